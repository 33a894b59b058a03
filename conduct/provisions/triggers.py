"""What the database itself refuses: a version of the Code is never rewritten, nor is a choice of a reading."""

import pgtrigger

REFUSE = "RAISE EXCEPTION '{sentence}' USING ERRCODE = 'check_violation';"


def never_changed(sentence: str, *, except_for: tuple[str, ...] = ()) -> pgtrigger.Trigger:
    """A row is never deleted and never rewritten; only the columns named may be filled in later."""
    left_out = f"ARRAY[{', '.join(repr(column) for column in except_for)}]::text[]"
    return pgtrigger.Trigger(
        name="never_changed",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'DELETE'
               OR to_jsonb(NEW) - {left_out} IS DISTINCT FROM to_jsonb(OLD) - {left_out} THEN
                {REFUSE.format(sentence=sentence)}
            END IF;
            RETURN NEW;
        """,
    )


def no_more_than(column: str, table: str) -> pgtrigger.Trigger:
    """A version holds as many rows as it was adopted with. It is held while they are counted."""
    return pgtrigger.Trigger(
        name="no_row_is_added",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            PERFORM 1 FROM provisions_codeversion WHERE id = NEW.version_id FOR NO KEY UPDATE;
            IF (SELECT count(*) FROM {table} WHERE version_id = NEW.version_id)
               >= (SELECT {column} FROM provisions_codeversion WHERE id = NEW.version_id) THEN
                {REFUSE.format(sentence="Nothing is added to a version of the Code that is complete.")}
            END IF;
            RETURN NEW;
        """,
    )
