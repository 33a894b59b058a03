"""Every operation of the API, as its own description lists it, with a request that each can carry out."""

import json
from functools import cache

from drf_spectacular.generators import SchemaGenerator

REASON = {"reason": "Because of the file."}
BODIES = {
    "file_report": {"channel": "bosa_named", "about": [{"class": "officer"}], "told": {"what": "I saw it."}},
    "open_receipt": {"number": "1"},
    "who_sees": {"subjects": [{"class": "officer"}]},
    "ask_again": {"number": "1", "text": "And?"},
    "records_show_precedents_create": {"paragraphs": ["V ¶1"]},
    "records_answer_create": {"paragraphs": ["V ¶1"], "text": "Yes.", "facts": ["Unpaid."], "departs": False},
    "records_propose_wording_create": {"asked_en": "A?", "asked_ja": "？", "answer_en": "Yes.", "answer_ja": "はい。"},
    "records_decide_wording_create": {"proposal": 1, "approved": True},
    "add_note": {"text": "Ask for the invoices."},
    "records_answer_keeping_create": {"confirmed": True, **REASON},
    "records_hand_on_create": {"body": "board", "paragraph": "III ¶1", **REASON},
    "records_name_party_create": {"role": "witness", "person_class": "employee", **REASON},
    "records_correct_party_create": {"place": 1, "role": "subject", "person_class": "employee", **REASON},
    "records_take_out_party_create": {"place": 1, **REASON},
    "records_materiality_create": {"outcome": "unknown", **REASON},
    "records_split_create": {"places": [1], **REASON},
    "records_link_create": {"other": "SAMPLE22", "kind": "same", **REASON},
    "determinations_call_in_create": REASON,
    "latenesses_decide_create": {"open_case": False, **REASON},
    "holds_create": {"references": ["SAMPLE22"], **REASON},
    "holds_ask_lift_create": REASON,
    "holds_answer_lift_create": {"agreed": True},
    "disposals_create": {"references": ["SAMPLE22"]},
    "disposals_confirm_create": {"references": ["SAMPLE22"]},
    "disposals_reject_create": {"references": ["SAMPLE22"]},
    "records_postpone_create": {},
    "records_take_create": {},
    "records_pass_on_create": {},
    "records_receive_create": {},
    "records_open_investigation_create": {},
    "records_recuse_create": {},
    "records_state_no_conflict_create": {},
    "read_notices": {},
    "draft_delegation": {
        "delegate": "controls",
        "powers": ["triage"],
        "first_on": "2030-01-01",
        "last_on": "2030-02-01",
    },
    "record_resolution": {"number": "B-26-07", "resolved_on": "2026-11-20"},
    "authorise_delegation": {"number": "B-26-07"},
    "revoke_delegation": {},
    **{
        f"records_{act}_create": REASON
        for act in (
            "propose_keeping",
            "find_material",
            "make_question",
            "close",
            "reopen",
            "return",
            "hold",
            "lapse",
            "withdraw_interpretation",
        )
    },
}
PUBLIC = {"code", "paragraph", "who_sees", "open_receipt", "ask_again", "answers", "answer"}
UNKNOWN = "00000000-0000-4000-8000-000000000000"
SAMPLES = {"hold": UNKNOWN, "batch": UNKNOWN} | {
    "desk": "bosa",
    "id": "999999",
    "key": "iii-1",
    "reference": "SAMPLE22",
    "number": "2026-1",
}


@cache
def described():
    schema = SchemaGenerator().get_schema(request=None, public=True)
    return json.loads(json.dumps(schema, default=str))


def operations():
    """(operation id, method, path below /api/v1/ with gaps)"""
    for path, methods in described()["paths"].items():
        for method, operation in methods.items():
            yield operation["operationId"], method, path.removeprefix("/api/v1/")


def about_a_record():
    return [(name, method, path) for name, method, path in operations() if "{reference}" in path]


def send(program, name, method, path, **gaps):
    where = path.format(**SAMPLES | gaps)
    return program.get(where) if method == "get" else program.post(where, BODIES[name])
