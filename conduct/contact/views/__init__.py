"""Pages of the desk: start and leave, the questions, the last page, the number, and who would see it."""
