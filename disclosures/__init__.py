"""Kinds disclosure and consultation: conflicts told to the company, and everything asked before the act."""
