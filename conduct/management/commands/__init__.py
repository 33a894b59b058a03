"""One module for each command, called by the module's name."""
