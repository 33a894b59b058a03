"""A second answer to `route`, made by looking things up in the written tables. Shares no code with the rulebook."""

from tests.unit.rules.tables import written

ANSWER, JOINT = written("answer.json"), written("joint.json")
CELLS = {(cell["subject_class"], cell["materiality"]): cell for cell in written("cells.json")}
GROUP = {tuple(cell): group for group, cells in JOINT["groups"].items() for cell in cells}
MATRIX = {(entry["a"], entry["b"]): entry for entry in JOINT["matrix"]}
OVERLAY = {matter["id"]: matter["overlay"] for matter in ANSWER["matter_types"]}
SECTION = {"media_request": "investor_relations", "regulator_request": "legal_section"}
STRONGEST = ANSWER["ceo_notice_strongest_first"]
HELD = ANSWER["ceo_notice_at_least_hold_bosa_triage"]


def expected(kind, people, materiality, matter, channel):
    """The five words of the answer. `people`: pairs of class and own materiality (or None)."""
    overlay = OVERLAY.get(matter)
    material = overlay in ANSWER["overlay_counts_as_material"]
    pairs = [(person, "material" if material else own or materiality) for person, own in people]
    cells = [CELLS[pair] for pair in pairs]
    lead = lead_of(kind, pairs, cells, matter)
    held = channel in HELD["channels"] or overlay in HELD["overlays"]
    return {
        "lead": lead,
        "intake": intake_of(kind, lead, cells, matter, held),
        "ceo_notice": notice_of(kind, cells, held),
        "excluded": [word for word, person in OUT if person in {pair[0] for pair in pairs}],
        "informed": ["bosa"] if copied(overlay, lead, pairs) else [],
    }


OUT = (("ceo", "ceo"), ("auditor_concerned", "statutory_auditor"))


def body(word):
    return "bosa" if word == "bosa_less_subject" else word


def highest(words):
    return max(words, key=lambda word: JOINT["rank"].get(word, 1))


def lead_of(kind, pairs, cells, matter):
    if kind == "waiver":
        return body(cells[0]["waives"])
    if kind == "report":
        return highest(JOINT["group_lead"][GROUP[pair]] for pair in pairs)
    if kind == "consultation" and matter in ANSWER["consultation_lead"]:
        return highest(asked(ANSWER["consultation_lead"][matter], *pair) for pair in pairs)
    return highest(body(cell["interprets"]) for cell in cells)


def asked(table, person, materiality):
    if "all" in table:
        return table["all"]
    if person in table:
        return table[person]
    employees = table.get("employee_classes") if person in ANSWER["employee_classes"] else None
    if employees is None:
        return table["others"]
    return employees if isinstance(employees, str) else employees[materiality]


def intake_of(kind, lead, cells, matter, held):
    if held or lead == "bosa":
        return "bosa"
    if OVERLAY.get(matter) == "M10":
        return SECTION[matter]
    if kind == "waiver":
        return body(cells[0]["waiver_consults"] or lead)
    return "ceo"


def notice_of(kind, cells, held):
    if kind in ANSWER["ceo_notice_none_for_kinds"]:
        return "none"
    words = [cell["ceo_notice"] for cell in cells] + ["hold_bosa_triage"] * held
    return min(words, key=STRONGEST.index)


def copied(overlay, lead, pairs):
    if overlay == "M9":
        return any(GROUP[pair] in ("officer_or_director", "ceo") for pair in pairs)
    return overlay in ("M2", "M11") or (overlay == "M1" and lead != "bosa")


def provisional(pairs):
    """By the joint table: open as long as every pair of those who lead is open."""
    groups = [GROUP[pair] for pair in pairs]
    top = max(JOINT["rank"][JOINT["group_lead"][group]] for group in groups)
    leading = [group for group in groups if JOINT["rank"][JOINT["group_lead"][group]] == top]
    return all(MATRIX[group, other]["provisional"] for group in leading for other in leading)
