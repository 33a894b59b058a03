"""Who may answer a question: whoever may interpret the Code for the situation that it is about (III ¶1, M12)."""

from conduct.rules.vocabulary import Authority

NOBODY = frozenset({Authority.OUTSIDE_CODE, Authority.NOT_APPLICABLE, Authority.IMPOSSIBLE})


def interpreter(lead: Authority, *, provisional: bool, settled: bool) -> Authority | None:
    """The authority that answers; None where the Code binds nobody concerned, so that there is nothing to interpret.

    `lead`, `provisional`: as the routing answered. `settled`: two people have found it not material since, which
    makes an employee's matter the CEO's (A4). Until then the higher body stays the only one that may answer.
    """
    if lead in NOBODY:
        return None
    if lead is Authority.BOARD and provisional and settled:
        return Authority.CEO
    return lead
