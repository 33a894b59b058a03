"""What the database itself refuses or fills in, beyond what a constraint can say."""

import pgtrigger

KEPT = "known_until"
REFUSE = "RAISE EXCEPTION '%' USING ERRCODE = 'check_violation';"


def keep_history(*may_change: str) -> pgtrigger.Trigger:
    """A row is never deleted; the only change is the end of its known time, once (and columns the database fills)."""
    columns = ", ".join(f"'{column}'" for column in (KEPT, *may_change))
    return pgtrigger.Trigger(
        name="history_is_kept",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'DELETE' THEN
                {REFUSE.replace("%", "A row of the register is never deleted: end it or correct it.")}
            END IF;
            IF OLD.known_until IS NOT NULL
               OR to_jsonb(NEW) - ARRAY[{columns}] IS DISTINCT FROM to_jsonb(OLD) - ARRAY[{columns}] THEN
                {REFUSE.replace("%", "A row of the register is never rewritten: close it and add another.")}
            END IF;
            RETURN NEW;
        """,
    )


def take_relation() -> pgtrigger.Trigger:
    """An appointment carries what its company is to the issuer, so that a constraint can compare two of them."""
    return pgtrigger.Trigger(
        name="takes_relation_of_company",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("relation"),
        func="""
            SELECT company.relation INTO NEW.relation FROM people_company company WHERE company.id = NEW.company_id;
            RETURN NEW;
        """,
    )


def hand_on_relation() -> pgtrigger.Trigger:
    """When a company joins or leaves the group, the appointments that have not ended follow."""
    return pgtrigger.Trigger(
        name="relation_reaches_appointments",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("relation"),
        condition=pgtrigger.Condition("OLD.relation IS DISTINCT FROM NEW.relation"),
        func="""
            UPDATE people_appointment SET relation = NEW.relation
             WHERE company_id = NEW.id AND known_until IS NULL
               AND (upper(valid) IS NULL OR upper(valid) > current_date);
            RETURN NEW;
        """,
    )


def seats_lie_in_terms() -> pgtrigger.Trigger:
    """At the end of a transaction every known seat lies within terms of the office it needs.

    It stands on both tables, so that an office cannot be shortened under its seat. The person is locked first:
    of two transactions that would break the rule only together, the second sees the first.
    """
    return pgtrigger.Trigger(
        name="seats_lie_in_terms",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update,
        timing=pgtrigger.Deferred,
        func=f"""
            PERFORM FROM people_person WHERE id = NEW.person_id FOR NO KEY UPDATE;
            PERFORM FROM people_seat seat
              WHERE seat.person_id = NEW.person_id AND seat.known_until IS NULL
                AND NOT COALESCE((
                    SELECT range_agg(term.valid) @> seat.valid FROM people_appointment term
                     WHERE term.person_id = seat.person_id AND term.known_until IS NULL AND term.relation = 'issuer'
                       AND term.office = CASE seat.body WHEN 'bosa' THEN 'statutory_auditor' ELSE 'director' END
                ), false);
            IF FOUND THEN
                {REFUSE.replace("%", "A seat lies within a term of its office.")}
            END IF;
            RETURN NULL;
        """,
    )


def only_the_ceo_delegates() -> pgtrigger.Trigger:
    """Whoever delegates is the CEO on the first day, and the delegate is in charge of internal controls on it (I ¶5).

    So nobody can pass on what was delegated to them: they are not the CEO.
    """
    return pgtrigger.Trigger(
        name="only_the_ceo_delegates",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            IF NOT EXISTS ({in_office("NEW.ceo_id", "ceo")}) THEN
                {REFUSE.replace("%", "Only the CEO delegates.")}
            END IF;
            IF NOT EXISTS ({in_office("NEW.delegate_id", "internal_controls")}) THEN
                {REFUSE.replace("%", "A delegate is in charge of internal controls.")}
            END IF;
            RETURN NEW;
        """,
    )


def in_office(person: str, office: str) -> str:
    """Whether somebody holds an office of the listed company on the first day of the new row."""
    return f"""
        SELECT FROM people_appointment term
         WHERE term.person_id = {person} AND term.office = '{office}' AND term.relation = 'issuer'
           AND term.known_until IS NULL AND term.valid @> lower(NEW.valid)
    """


def the_board_resolves() -> pgtrigger.Trigger:
    """Neither the CEO nor the delegate writes down or confirms what authorises them."""
    return pgtrigger.Trigger(
        name="the_board_resolves",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            IF EXISTS (
                SELECT FROM people_delegation given WHERE given.id = NEW.delegation_id
                   AND (NEW.recorded_by_id IN (given.ceo_id, given.delegate_id)
                        OR NEW.confirmed_by_id IN (given.ceo_id, given.delegate_id))
            ) THEN
                {REFUSE.replace("%", "Neither the CEO nor the delegate authorises a delegation.")}
            END IF;
            RETURN NEW;
        """,
    )
