"""A file of people: what it adds, changes and ends; every fault by line and field; all of it or nothing."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from conduct import clock
from conduct.people import queries
from conduct.people.models import Appointment, Company, Person, Seat
from conduct.rules.vocabulary import Body, PersonClass, Role

HEAD = "kind,username,name,company,relation,ownership_pct,office,supervisor,body,presides,function,title,from,until\n"
FILE = HEAD + (
    "company,,Issuer Inc.,issuer,issuer,,,,,,,,,\n"
    "company,,Sub Inc.,sub,subsidiary,77.8,,,,,,,2015-04-01,\n"
    "person,hotaru,Hotaru Rurikeyaki,,,,,,,,,,,\n"
    "person,shigure,Shigure Asagimomi,,,,,,,,,,,\n"
    "person,hibari,Hibari Kohakunire,,,,,,,,,,,\n"
    "appointment,hotaru,,sub,,,employee,,,,,Engineer,2018-04-01,\n"
    "appointment,shigure,,issuer,,,director,,,,,,2020-06-26,2022-06-25\n"
    "appointment,hibari,,issuer,,,statutory_auditor,,,,,,2019-06-26,\n"
    "supervision,hotaru,,,,,,shigure,,,,,2020-06-26,\n"
    "seat,shigure,,,,,,,board,,,,2020-06-26,2022-06-25\n"
    "seat,hibari,,,,,,,bosa,yes,,,2019-06-26,\n"
    "function,hotaru,,,,,,,,,custodian,,2021-01-01,\n"
)
DAY = date(2021, 5, 1)


@pytest.fixture
def run(tmp_path, capsys, db):
    """Runs the command on a text or on bytes: its exit status, what it printed, what it complained about."""

    def run(content, *options, command="import_people"):
        path = tmp_path / "file"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        try:
            call_command(command, str(path), *options)
            status = 0
        except SystemExit as left:
            status = left.code
        out, err = capsys.readouterr()
        return status, json.loads(out) if out else None, err.splitlines()

    return run


@pytest.fixture
def faults(run):
    """The complaints about a file that is refused; nothing of it may be in the register."""

    def faults(content):
        before = count()
        status, answer, complaints = run(content)
        assert (status, answer, count()) == (2, None, before)
        return complaints

    return faults


def count():
    return [model.objects.count() for model in (Person, Company, Appointment, Seat)]


def more(*lines):
    return HEAD + "".join(f"{line}\n" for line in lines)


def faulty(part):
    """The pairs of one part of the table of faulty lines."""
    text = Path(__file__).with_name("faulty_lines.txt").read_text()
    rows = text.split(f"[{part}]\n")[1].split("\n[")[0].splitlines()
    gaps = {"long": "n" * 121, "bidi": "\u202e"}
    return [tuple(cell.format(**gaps) for cell in row.split(" => ")) for row in rows if row]


def test_a_file_fills_an_empty_register(run):
    status, answer, complaints = run(FILE)

    assert (status, complaints) == (0, [])
    assert answer["add"] == dict(company=2, person=3, appointment=3, supervision=1, seat=2, function=1)
    assert (answer["change"], answer["end"], answer["dry_run"]) == ({}, {}, False)
    hotaru, shigure, hibari = (Person.objects.get(username=name) for name in ("hotaru", "shigure", "hibari"))
    assert queries.person_class(hotaru, DAY) == PersonClass.SUB_EMPLOYEE
    assert queries.roles_on(hotaru, DAY) == {Role.EMPLOYEE, Role.CUSTODIAN}
    assert queries.supervisor_on(hotaru, DAY) == shigure
    assert list(queries.members_on(Body.BOARD, DAY)) == [shigure]
    assert queries.presiding_auditor_on(DAY) == hibari
    assert not hotaru.has_usable_password()


def test_a_dry_run_says_the_same_and_changes_nothing(run):
    _, dry, _ = run(FILE, "--dry-run")
    nothing = count()
    _, wet, _ = run(FILE)

    assert nothing == [0, 0, 0, 0]
    assert dry == wet | {"dry_run": True}


def test_the_same_file_again_changes_nothing(run):
    run(FILE)
    before = count()

    _, answer, _ = run(FILE)

    assert (answer["add"], answer["change"], answer["end"], answer["unchanged"]) == ({}, {}, {}, 12)
    assert (answer["lines"], count()) == ([], before)


def test_a_last_day_ends_a_term_and_the_old_row_is_kept(run):
    run(FILE)

    _, answer, _ = run(more("appointment,hotaru,,sub,,,employee,,,,,,2018-04-01,2021-03-31"))

    assert answer["end"] == {"appointment": 1}
    assert answer["lines"] == [
        {
            **{"line": 2, "act": "end", "kind": "appointment", "key": "hotaru sub employee 2018-04-01"},
            "changes": {"until": [None, "2021-03-31"]},
        }
    ]
    hotaru = Person.objects.get(username="hotaru")
    assert queries.person_class(hotaru, DAY) == PersonClass.THIRD_PARTY
    assert Appointment.objects.get(person=hotaru, known_until=None).title == "Engineer"
    assert Appointment.objects.filter(person=hotaru).count() == 2


def test_a_correction_leaves_what_was_known_before(run):
    run(FILE)
    hotaru = Person.objects.get(username="hotaru")
    learnt = clock.now()
    run(more("appointment,hotaru,,sub,,,employee,,,,,,2018-04-01,2021-03-31"))

    assert queries.person_class(hotaru, DAY, known_at=learnt) == PersonClass.SUB_EMPLOYEE
    assert queries.person_class(hotaru, DAY) == PersonClass.THIRD_PARTY


def test_names_and_titles_change_and_an_empty_cell_leaves_what_is_there(run):
    run(FILE)

    _, answer, _ = run(
        more(
            "person,hotaru,Hotaru Akanekaya,,,,,,,,,,,",
            "appointment,hotaru,,sub,,,employee,,,,,Team lead,2018-04-01,",
            "appointment,shigure,,issuer,,,director,,,,,,2020-06-26,",
        )
    )

    assert answer["change"] == {"person": 1, "appointment": 1}
    assert answer["unchanged"] == 1
    assert [line["changes"] for line in answer["lines"]] == [
        {"name": ["Hotaru Rurikeyaki", "Hotaru Akanekaya"]},
        {"title": ["Engineer", "Team lead"]},
    ]


def test_term_and_seat_end_together_in_any_order_of_lines(run):
    run(FILE)
    seat, term = (
        "seat,hibari,,,,,,,bosa,,,,2019-06-26,2021-06-25",
        "appointment,hibari,,issuer,,,statutory_auditor,,,,,,2019-06-26,2021-06-25",
    )

    for lines in ((seat, term), (term, seat)):
        status, answer, _ = run(more(*lines), "--dry-run")
        assert (status, answer["end"]) == (0, {"appointment": 1, "seat": 1})


def test_a_successor_follows_in_the_same_file_whichever_line_comes_first(run):
    run(FILE + "appointment,shigure,,issuer,,,ceo,,,,,,2020-06-26,\n")

    status, answer, _ = run(
        more(
            "person,yunagi,Yunagi Botanmochi,,,,,,,,,,,",
            "appointment,yunagi,,issuer,,,ceo,,,,,,2021-06-26,",
            "appointment,shigure,,issuer,,,ceo,,,,,,2020-06-26,2021-06-25",
        )
    )

    assert (status, answer["add"], answer["end"]) == (0, {"person": 1, "appointment": 1}, {"appointment": 1})
    assert queries.ceo_on(date(2021, 6, 25)).username == "shigure"
    assert queries.ceo_on(date(2021, 6, 26)).username == "yunagi"


def test_a_company_that_grows_from_affiliate_to_subsidiary_keeps_both_times(run):
    run(
        FILE
        + "company,,Aff Inc.,aff,affiliate,32,,,,,,,2015-04-01,2019-03-31\n"
        + "company,,Aff Inc.,aff,subsidiary,60,,,,,,,2019-04-01,\n"
        + "appointment,hotaru,,aff,,,officer,,,,,,2014-04-01,\n"
    )
    hotaru = Person.objects.get(username="hotaru")

    assert queries.person_class(hotaru, date(2014, 5, 1)) == PersonClass.THIRD_PARTY
    assert queries.person_class(hotaru, date(2016, 5, 1)) == PersonClass.AFFILIATE_PERSON
    assert queries.person_class(hotaru, date(2020, 5, 1)) == PersonClass.SUB_OFFICER


@pytest.mark.parametrize(("line", "complaint"), faulty("alone"))
def test_a_faulty_line_is_named_with_field_and_remedy(line, complaint, faults):
    assert faults(more(line)) == [f"Line 2{complaint}"]


@pytest.mark.parametrize(("line", "complaint"), faulty("beside the register"))
def test_a_line_that_cannot_stand_beside_the_register_is_named(line, complaint, run, faults):
    run(FILE)

    assert faults(more(line)) == [f"Line 2{complaint}"]


def test_every_fault_is_named_and_the_good_lines_are_not_taken(faults):
    lines = ("person,good,Good Name,,,,,,,,,,,", "person,,x,,,,,,,,,,,", "seat,good,,,,,,,senate,,,,today,")

    assert faults(more(*lines)) == [
        "Line 3, username: is missing; a line of kind person needs it",
        'Line 4, body: "senate" is not one of: board, bosa',
        'Line 4, from: "today" is not a date; write YYYY-MM-DD',
    ]


def test_two_lines_about_the_same_thing_are_one_too_many(faults):
    twice = ("person,hotaru,One,,,,,,,,,,,", "person,HOTARU,Two,,,,,,,,,,,")

    assert faults(more(*twice)) == ["Line 3, kind: says the same as line 2; keep one"]


def test_two_new_rows_that_exclude_each_other_are_named(run, faults):
    run(FILE)
    first, second = (
        "appointment,hotaru,,issuer,,,ceo,,,,,,2021-01-01,",
        "appointment,shigure,,issuer,,,ceo,,,,,,2021-02-01,",
    )

    assert faults(more(first, second)) == [
        "Line 3, office: the company has another CEO on some of these days; give the earlier one the last day"
    ]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "The file is empty."),
        (b"\n \n", "The file is empty."),
        (HEAD.encode(), "The file holds no lines below the names of the columns."),
        (FILE.encode("utf-16"), "The file is saved as UTF-16. Save it as UTF-8 and try again."),
        (b"kind,name\nperson,\x00", "Line 2: This is not a text file: it holds a zero byte. Save it as UTF-8 text."),
        ("kind\n蛍".encode("shift_jis"), "Line 2: This line is not UTF-8. Save the file as UTF-8 and try again."),
        (b"x" * 20_000_001, "The file is larger than 20 MB. Split it."),
        (b"username\nhotaru\n", 'Line 1, kind: the first line names the columns, and "kind" is one of them'),
        (b"kind,kind\n", "Line 1: a column is named twice; keep one"),
        (b"<html><body>\n", 'Line 1, kind: the first line names the columns, and "kind" is one of them'),
    ],
)  # fmt: skip
def test_a_file_that_is_something_else_is_refused(content, complaint, faults):
    assert faults(content) == [complaint]


def test_an_unknown_column_is_shown_with_the_known_ones(faults):
    (complaint,) = faults("kind,username,nmae\nperson,hotaru,Hotaru\n")

    assert complaint.startswith("Line 1: unknown column 'nmae'; known are: kind, company, name, relation,")


def test_a_missing_column_is_named_at_each_line_that_needs_it(faults):
    assert faults("kind,username\nperson,hotaru\n") == [
        "Line 2, name: is missing; a line of kind person needs it",
    ]


def test_a_file_that_is_not_there_is_refused(capsys, db):
    with pytest.raises(SystemExit, match="2"):
        call_command("import_people", "nowhere.csv")

    assert capsys.readouterr().err == "nowhere.csv cannot be read: No such file or directory.\n"


def test_a_byte_order_mark_and_lines_of_windows_do_not_matter(run):
    content = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()

    status, answer, _ = run(content)

    assert (status, answer["add"]["person"]) == (0, 3)


def test_a_cell_may_run_over_lines_and_the_next_fault_has_the_right_number(faults):
    lines = ('person,hotaru,"Hotaru\nRurikeyaki",,,,,,,,,,,', "person,,x,,,,,,,,,,,")

    assert faults(more(*lines)) == [
        "Line 2, name: holds a character that cannot be shown; remove it",
        "Line 4, username: is missing; a line of kind person needs it",
    ]
