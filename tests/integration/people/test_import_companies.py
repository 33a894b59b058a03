"""The companies of the group from JSON: the same manners as people, with the line on which an entry begins."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from conduct.people.models import Company, Ownership

GROUP = Path(__file__).parents[4] / "shared" / "domain" / "group-companies.json"
RELATIONS = "issuer, subsidiary, affiliate"
OVERLAPS = "overlaps with a row that is already there or in this file; give the earlier one its last day"
AN_OBJECT = 'each entry is an object with "id", "name" and "relation"'
FILE = """{
 "about": "remarks are for people",
 "companies": [
  {"id": "issuer", "name": "Issuer Inc.", "relation": "issuer", "ownership_pct": null, "jurisdiction": "JP"},
  {"id": "cash", "name": "Cash Inc.", "relation": "subsidiary", "ownership_pct": 77.8, "business": "machines"},
  {"id": "aff", "name": "Aff Inc.", "relation": "affiliate", "ownership_pct": 32, "from": "2015-04-01"}
 ]
}
"""


@pytest.fixture
def run(tmp_path, capsys, db):
    """Runs the command on a text: its exit status, what it printed, what it complained about."""

    def run(text, *options):
        path = tmp_path / "companies.json"
        path.write_text(text)
        status = 0
        try:
            call_command("import_companies", str(path), *options)
        except SystemExit as left:
            status = left.code
        out, err = capsys.readouterr()
        return status, json.loads(out) if out else None, err.splitlines()

    return run


def test_companies_and_shares_are_added_once(run):
    _, dry, _ = run(FILE, "--dry-run")
    assert Company.objects.count() == 0

    status, wet, complaints = run(FILE)
    _, again, _ = run(FILE)

    assert (status, complaints, dry) == (0, [], wet | {"dry_run": True})
    assert (wet["add"], again["add"], again["unchanged"]) == ({"company": 3}, {}, 3)
    shares = Ownership.objects.order_by("pct").values_list("company__key", "relation", "pct", "valid")
    assert [(key, relation, float(pct), str(valid.lower)) for key, relation, pct, valid in shares] == [
        ("aff", "affiliate", 32.0, "2015-04-01"),
        ("cash", "subsidiary", 77.8, "None"),
    ]


def test_a_new_name_and_a_new_share_are_changes(run):
    run(FILE)

    _, answer, _ = run(FILE.replace("Cash Inc.", "Cash Services Inc.").replace("77.8", "80"))

    assert (answer["add"], answer["change"], answer["unchanged"]) == ({}, {"company": 1}, 2)
    assert [line["changes"] for line in answer["lines"]] == [
        {"name": ["Cash Inc.", "Cash Services Inc."]},
        {"pct": ["77.80", "80"]},
    ]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('"relation": "affiliate"', '"relation": "friend"', f'Line 6, relation: "friend" is not one of: {RELATIONS}'),
        ('"id": "aff"', '"id": "cash"', f"Line 6, from: {OVERLAPS}"),
        ('"id": "aff", ', "", "Line 6, id: is missing; a line of kind company needs it"),
        ('"name": "Aff Inc.", ', "", "Line 6, name: is missing; a line of kind company needs it"),
        ("32", "NaN", 'Line 6, ownership_pct: "nan" is not a percentage above 0 and up to 100, like 77.8'),
        ("32", '"a third"', 'Line 6, ownership_pct: "a third" is not a percentage above 0 and up to 100, like 77.8'),
        ("32", "[32]", "Line 6, ownership_pct: is neither text nor a number"),
        ("77.8", "1e99", 'Line 5, ownership_pct: "1E+99" is not a percentage above 0 and up to 100, like 77.8'),
        ('"JP"', '"Japan"', 'Line 4, jurisdiction: "Japan" is not a country code of two letters, like JP'),
        ("2015-04-01", "April", 'Line 6, from: "April" is not a date; write YYYY-MM-DD'),
        ('"subsidiary"', '"issuer"', "Line 5, relation: there is another listed company already; only one can be"),
        ('{"id": "aff"', '7, {"id": "aff"', f"Line 6, companies: {AN_OBJECT}"),
    ],
)  # fmt: skip
def test_a_faulty_entry_is_named_and_nothing_is_taken(old, new, complaint, run):
    status, answer, complaints = run(FILE.replace(old, new))

    assert (status, answer, complaints, Company.objects.count()) == (2, None, [complaint], 0)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "The file is empty."),
        ("<html>", "Line 1: not JSON from here on: Expecting value"),
        ('{"companies": [\n{"id": "x"},\n}', "Line 3: not JSON from here on: Expecting value"),
        ("[]", 'The file needs a list "companies" with at least one entry.'),
        ('{"companies": []}', 'The file needs a list "companies" with at least one entry.'),
        ('{"companies": {}}', 'The file needs a list "companies" with at least one entry.'),
        ("[" * 100_000, "The file is JSON, but not a list of companies."),
    ],
)
def test_a_file_that_is_something_else_is_refused(text, complaint, run):
    assert run(text) == (2, None, [complaint])


def test_the_group_of_2011_loads_where_its_file_is_there(run):
    if GROUP.exists():
        _, answer, complaints = run(GROUP.read_text())

        assert (complaints, answer["add"]) == ([], {"company": 11})
        shares = Ownership.objects.exclude(pct=100).order_by("-pct").values_list("relation", "pct")
        assert [(relation, float(pct)) for relation, pct in shares] == [
            ("subsidiary", 77.8), ("affiliate", 45), ("affiliate", 32), ("affiliate", 30),
        ]  # fmt: skip
        assert Company.objects.filter(relation="subsidiary").count() == 7
