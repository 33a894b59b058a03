"""What the database itself refuses: measures without a violation, decisions without their consultation (III ¶4)."""

import pgtrigger

AFTER_A_VIOLATION = """
    EXISTS (SELECT 1 FROM outcomes_finding f JOIN outcomes_allegation a ON a.id = f.allegation_id
             WHERE f.id = NEW.finding_id AND a.case_id = NEW.case_id AND f.ended_at IS NULL
               AND (f.outcome IN ('confirmed', 'partly') OR (f.outcome = 'outside' AND NEW.kind = 'civil')))
"""
ADVISED_FIRST = """
    EXISTS (SELECT 1 FROM outcomes_measure m LEFT JOIN outcomes_consultation c
                ON c.measure_id = m.id AND c.id = NEW.consultation_id AND c.body = m.consulted
             WHERE m.id = NEW.measure_id AND m.ended_at IS NULL
               AND ((m.consulted = 'outside_code' AND NEW.consultation_id IS NULL)
                    OR (c.given_at <= NEW.decided_at AND c.given_on <= NEW.decided_on)))
"""
ADOPTED_FIRST = """
    EXISTS (SELECT 1 FROM outcomes_companydecision d
             WHERE d.id = NEW.decision_id AND d.taken <> 'dropped' AND d.decided_at <= NEW.assigned_at)
"""
SITS_THERE = """
    people_seat s WHERE s.person_id = NEW.owner_id AND s.body = 'bosa' AND s.known_until IS NULL
        AND s.valid @> (NEW.assigned_at AT TIME ZONE 'Asia/Tokyo')::date
"""
REFUSED = "USING ERRCODE = 'check_violation'"


def stands(name: str) -> pgtrigger.Protect:
    return pgtrigger.Protect(name=name, operation=pgtrigger.Delete)


def refuse_unless(name: str, holds: str, sentence: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"IF NOT ({holds}) THEN RAISE EXCEPTION '{sentence}' {REFUSED}; END IF; RETURN NEW;",
    )


def consulted_stays() -> pgtrigger.Trigger:
    """Once the company has decided, whom it had to ask before no longer changes."""
    return pgtrigger.Trigger(
        name="whom_it_asked_stays",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("consulted", "ended_at"),
        func=f"""
            IF EXISTS (SELECT 1 FROM outcomes_companydecision d WHERE d.measure_id = NEW.id) THEN
                RAISE EXCEPTION 'the company has decided on this measure' {REFUSED};
            END IF;
            RETURN NEW;
        """,
    )


def never_by_an_auditor() -> pgtrigger.Trigger:
    """Nobody who sits with the Statutory Auditors carries a measure out (A47)."""
    return pgtrigger.Trigger(
        name="never_by_an_auditor",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("owner_id"),
        func=f"""
            IF EXISTS (SELECT 1 FROM {SITS_THERE}) THEN
                RAISE EXCEPTION 'the statutory auditors carry out no measure' {REFUSED};
            END IF;
            RETURN NEW;
        """,
    )
