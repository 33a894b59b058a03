"""Bulk data for measurements: any number of believable records, written by COPY past the services.

No constraint and no trigger is switched off. Everything a page of the desks reads is there and really opens: each
record has a data key of its own, and its report, facts, routing and printed computation (of a hand-on and a wall also
the reason) are sealed one by one as `vault.seal` seals them. What is missing: reporters' identities and receipts
(nobody told these), notes, reasons of closing, and duties other than the one that matters most at the record's stage.
The same seed gives the same records, as far before now; keys, nonces and the ledger's salts are random every time.
"""
