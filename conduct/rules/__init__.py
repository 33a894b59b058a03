"""The rulebook: who is competent, by when, by what vote, in what order. Plain Python; imports nothing of ours."""
