"""Triggers that several tables share."""

import pgtrigger


def set_once(field: str) -> pgtrigger.Protect:
    """What has been filled in is neither changed nor emptied."""
    written = pgtrigger.Q(**{f"old__{field}__isnull": False, f"old__{field}__df": pgtrigger.F(f"new__{field}")})
    return pgtrigger.Protect(name=f"{field}_is_set_once", operation=pgtrigger.Update, condition=written)
