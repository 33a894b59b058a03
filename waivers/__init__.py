"""Kind waiver: an exception to the Code, from the request to the public notice."""
