"""What happened at a company that does not exist. Every event, person and figure here is made up."""
