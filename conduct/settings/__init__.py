"""One set of settings; demo, tests and production change a handful of values."""
