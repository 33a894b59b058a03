"""Triggers that several tables share."""

import pgtrigger


def set_once(field: str) -> pgtrigger.Protect:
    """What has been filled in is neither changed nor emptied."""
    written = pgtrigger.Q(**{f"old__{field}__isnull": False, f"old__{field}__df": pgtrigger.F(f"new__{field}")})
    return pgtrigger.Protect(name=f"{field}_is_set_once", operation=pgtrigger.Update, condition=written)


def refuse_if(exists: str, sentence: str) -> str:
    """A trigger body: hold the record, so that two transactions cannot miss each other; then look, and refuse."""
    return f"""
        PERFORM 1 FROM records_record WHERE id = NEW.record_id FOR NO KEY UPDATE;
        IF EXISTS (SELECT 1 FROM {exists}) THEN
            RAISE EXCEPTION '{sentence}' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """


def refuse_removal_unless(exists: str, sentence: str) -> str:
    """A trigger body for a deletion: refuse where that row is missing. The record is held by whoever deletes."""
    return f"""
        IF NOT EXISTS (SELECT 1 FROM {exists}) THEN
            RAISE EXCEPTION '{sentence}' USING ERRCODE = 'check_violation';
        END IF;
        RETURN OLD;
    """
