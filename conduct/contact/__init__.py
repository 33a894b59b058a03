"""The reporter's zone: telling, asking, looking by number, leaving without a trace; and who would see what."""
