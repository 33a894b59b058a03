"""Answers to questions about the Code, and the numbered interpretations that everybody may read (N021 to N024)."""
