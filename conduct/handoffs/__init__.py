"""A record changing hands or kind: hand on, receive, return, recuse, convert."""
