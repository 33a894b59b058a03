"""The first page and the queue of each role, the record page, and the acts on it."""
