"""The operator's commands: each reads its input, calls one function, prints."""
