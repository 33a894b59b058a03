"""Reports and questions for programs: the queues of the desks, one record, and what can be done to it."""
