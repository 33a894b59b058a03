"""Every page there is, how a browser gets to it, and what it may answer. A page that is missing here fails a test."""

from collections.abc import Callable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import translation

from conduct.contact.forms.page import LONGEST
from tests.browser.walking import Way


@dataclass(frozen=True, kw_only=True)
class Page:
    """`at`: the name of its route; `who`: whose browser; `reach`: the way there, given a Way."""

    name: str
    at: str
    reach: Callable[[Way], None]
    who: str = ""
    status: int = 200

    @property
    def is_contact(self):
        return self.at.startswith(("contact:", "send:"))


def at(path):
    return lambda way: way.open(path)


def of(name, desk, rest=""):
    """The page of a matter, or of an act on it."""
    return lambda way: way.open(f"/w/{desk}/cases/{way.house.reference(name)}/{rest}")


def sent_empty(path):
    """A form sent as it is, with nothing in it."""

    def reach(way):
        way.open(path)
        way.go_on()

    return reach


def act_sent_empty(name, desk, act):
    def reach(way):
        of(name, desk, f"{act}/")(way)
        way.go_on()

    return reach


def opened(name, desk, what):
    def reach(way):
        of(name, desk)(way)
        way.press(f'form:has(input[name="what"][value="{what}"]) button')

    return reach


def own(path, name):
    return lambda way: way.open(path.format(way.house.reference(name)))


def read_to_pass_on(way):
    own("/w/me/pass-on/{}/", "to_pass_on")(way)
    way.press_button("read", "report")


def with_precedents(way):
    """The second step, with an earlier answer above it."""
    of("question", "desk", "answer/")(way)
    way.choose("paragraphs", "V ¶2")
    way.go_on()


def words_read(way):
    of("proposed_words", "me", "approve-words/")(way)
    way.press_button("read", "words")


def read_to_confirm(way):
    own("/w/me/confirm/{}/", "asked")(way)
    way.press_button("read", "both")


def wrong_password(way):
    way.open("/w/sign-in/")
    way.press("details.by-name summary")
    by_name = way.page.locator("details.by-name")
    by_name.locator('input[name="login"]').fill("ceo")
    by_name.locator('input[name="password"]').fill("wrong")
    way.press(by_name.locator(".actions button"))


def first_person(way):
    way.open("/w/admin/reference/people/person/")
    way.press("tbody th a")


def lateness(name):
    return lambda way: way.open("/w/bosa/oversight/{}/{}/".format(*way.house.lateness(name)))


def delegation(path, name="running"):
    return lambda way: way.open(path.format(way.house.delegations[name].pk))


def previewed(way):
    """What the list offers to preview: the one that is due."""
    way.open("/w/desk/retention/")
    way.press(f'input[name="row"][value="{way.house.reference("due")}"]')
    way.go_on()


def batch(desk, name):
    return lambda way: way.open(f"/w/{desk}/retention/batches/{way.house.batch(name)}/")


def hold(way):
    way.open(f"/w/desk/retention/holds/{way.house.hold}/")


def schedule_previewed(way):
    way.open("/w/board/retention/schedules/")
    way.choose("key", "retention_report_japan_years")
    way.type("years", "8")
    way.go_on()


def erasure(way):
    way.open(f"/w/bosa/erasures/{way.house.erasure}/")


def first_of(table):
    def reach(way):
        way.open("/w/bosa/protection/")
        way.press(way.page.locator(f'a[href*="/protection/{table}/"]').first)

    return reach


def grounds(way):
    way.open("/w/bosa/determinations/")
    way.press(way.page.locator("tbody form button").first)


def who_is_out(way):
    way.open("/w/bosa/walls/")
    way.type("reference", way.house.reference("closed"))
    way.go_on()


def lift_wall(way):
    way.open("/w/bosa/walls/{}/{}/".format(*way.house.shut_out("closed")))


def too_long(way):
    way.to_question(3)
    way.type("what", "x" * (LONGEST + 1))
    way.go_on()


def wrong_number(way):
    way.open("/xx/contact/reply")
    way.type("number", "4827 1930")
    way.go_on()


def question_about(way):
    way.start("question")
    way.open("/xx/contact/1")


def question_asked(way):
    way.start("question")
    way.choose("channel", "ceo")
    way.go_on()


def no_supervisor(way):
    way.to_sending(about="employee", channel="supervisor")


def new_token(way):
    way.open("/w/account/tokens/")
    way.type("label", "Month's figures")
    way.choose("scopes", "read")
    way.go_on()


def fault(template, status, **context):
    """A page of faults that cannot be asked for: its template, answered to an address of its own."""

    def reach(way):
        with translation.override(way.language):
            body = render_to_string(template, context)
        answer = {"status": status, "body": body, "content_type": "text/html"}
        way.page.route("**/fault", lambda route: route.fulfill(**answer))
        way.open("/fault")

    return reach


PUBLIC = (
    Page(name="home", at="home", reach=at("/xx/")),
    Page(name="code", at="provisions:code", reach=at("/xx/code/")),
    Page(name="code-searched", at="provisions:code", reach=at("/xx/code/?q=gift")),
    Page(name="code-nothing-found", at="provisions:code", reach=at("/xx/code/?q=zzzz")),
    Page(name="paragraph", at="provisions:paragraph", reach=at("/xx/code/iii-1/")),
    Page(name="paragraph-of-items", at="provisions:paragraph", reach=at("/xx/code/v-2/")),
    Page(name="start", at="contact:start", reach=at("/xx/contact/")),
    Page(name="number", at="contact:number", reach=at("/xx/contact/reply")),
    Page(name="number-mistyped", at="contact:number", reach=wrong_number, status=422),
    Page(name="after", at="contact:after", reach=at("/xx/after")),
    Page(name="who-sees", at="contact:who_sees", reach=at("/xx/who-sees/")),
    Page(name="who-sees-empty", at="contact:who_sees_result", reach=sent_empty("/xx/who-sees/"), status=422),
    Page(name="who-sees-officer", at="contact:who_sees_result", reach=lambda way: way.ask_who_sees()),
    Page(
        name="who-sees-outside", at="contact:who_sees_result",
        reach=lambda way: way.ask_who_sees("employee", "material", "outside"),
    ),
    Page(name="answers", at="answers:register", reach=at("/xx/answers/")),
    Page(name="answers-nothing-found", at="answers:register", reach=at("/xx/answers/?q=zzzz&paragraph=zz")),
    Page(
        name="interpretation", at="answers:one",
        reach=lambda way: way.open(f"/xx/answers/{way.house.number('answered')}/"),
    ),
    Page(name="check-a-note", at="answers:check", reach=at("/xx/answers/check/")),
    Page(name="check-a-note-empty", at="answers:check", reach=sent_empty("/xx/answers/check/"), status=422),
    Page(name="who-sees-rules", at="contact:who_sees_rules", reach=at("/xx/who-sees/rules/")),
)  # fmt: skip
REPORTING = (
    Page(name="question-1", at="contact:question", reach=lambda way: way.start()),
    Page(
        name="question-1-empty", at="contact:question", status=422, reach=lambda way: (way.start(), way.go_on()),
    ),
    Page(name="question-2", at="contact:question", reach=lambda way: way.to_question(2)),
    Page(name="question-2-about-the-ceo", at="contact:question", reach=lambda way: way.to_question(2, about="ceo")),
    Page(name="question-3", at="contact:question", reach=lambda way: way.to_question(3)),
    Page(name="question-3-too-long", at="contact:question", reach=too_long, status=422),
    Page(name="question-4", at="contact:question", reach=lambda way: way.to_question(4)),
    Page(
        name="question-4-about-an-auditor", at="contact:question",
        reach=lambda way: way.to_question(4, about="statutory_auditor"),
    ),
    Page(name="question-5", at="contact:question", reach=lambda way: way.to_question(5)),
    Page(name="only-a-question-about", at="contact:question", reach=question_about),
    Page(name="only-a-question", at="contact:question", reach=question_asked),
    Page(name="check", at="contact:check", reach=lambda way: way.to_check()),
    Page(name="send", at="send:check", who="employee", reach=lambda way: way.to_sending()),
    Page(
        name="send-by-the-ceos-desk", at="send:check", who="director2",
        reach=lambda way: way.to_sending(about="employee", channel="ceo"),
    ),
    Page(name="send-without-supervisor", at="send:check", who="ceo", reach=no_supervisor),
    Page(name="done", at="send:done", who="employee", reach=lambda way: way.to_done()),
    Page(
        name="done-at-the-ceos-desk", at="send:done", who="employee",
        reach=lambda way: way.to_done(about="employee", channel="ceo"),
    ),
    Page(name="status", at="contact:status", who="employee", reach=lambda way: way.to_status()),
)  # fmt: skip
OWN = (
    Page(name="sign-in", at="account_login", reach=at("/w/sign-in/")),
    Page(name="sign-in-wrong", at="account_login", reach=wrong_password),
    Page(name="me", at="desks:me", who="employee", reach=at("/w/me/")),
    Page(name="me-with-tasks", at="desks:me", who="manager", reach=at("/w/me/")),
    Page(name="own-reports", at="desks:own_reports", who="employee", reach=at("/w/me/reports/")),
    Page(name="own-reports-none", at="desks:own_reports", who="ceo", reach=at("/w/me/reports/")),
    Page(name="own-report", at="desks:own_report", who="employee", reach=own("/w/me/reports/{}/", "fresh")),
    Page(
        name="own-report-answered", at="desks:own_report", who="employee",
        reach=own("/w/me/reports/{}/", "proposed_words"),
    ),
    Page(name="to-pass-on", at="desks:to_pass_on", who="manager", reach=at("/w/me/pass-on/")),
    Page(
        name="pass-on", at="desks:pass_on_report", who="manager", reach=own("/w/me/pass-on/{}/", "to_pass_on")
    ),
    Page(name="pass-on-read", at="desks:pass_on_report", who="manager", reach=read_to_pass_on),
    Page(name="confirm", at="desks:answer_keeping", who="delegate", reach=own("/w/me/confirm/{}/", "asked")),
    Page(name="confirm-read", at="desks:answer_keeping", who="delegate", reach=read_to_confirm),
    Page(name="notices", at="desks:notices", who="ceo", reach=at("/w/me/notices/")),
    Page(name="notices-none", at="desks:notices", who="admin", reach=at("/w/me/notices/")),
    Page(name="account", at="desks:account", who="ceo", reach=at("/w/account/")),
    Page(name="tokens", at="tokens", who="employee", reach=at("/w/account/tokens/")),
    Page(name="tokens-empty", at="tokens", who="employee", reach=sent_empty("/w/account/tokens/"), status=422),
    Page(name="token-issued", at="tokens", who="employee", reach=new_token, status=201),
)  # fmt: skip
DESKS = (
    Page(name="today", at="desks:today", who="ceo", reach=at("/w/desk/")),
    Page(name="triage", at="desks:triage", who="ceo", reach=at("/w/desk/triage/")),
    Page(name="triage-to-hand-on", at="desks:triage", who="ceo", reach=at("/w/desk/triage/?view=to_hand_on")),
    Page(name="triage-all", at="desks:triage", who="ceo", reach=at("/w/desk/triage/?view=all&late=on")),
    Page(name="triage-empty", at="desks:triage", who="ceo", reach=at("/w/desk/triage/?view=to_receive")),
    Page(name="triage-filtered", at="desks:triage", who="ceo", reach=at("/w/desk/triage/?reference=ZZ")),
    Page(name="cases", at="desks:cases", who="ceo", reach=at("/w/desk/cases/")),
    Page(name="handed-on", at="desks:hand_ons", who="ceo", reach=at("/w/desk/hand-ons/")),
    Page(name="board", at="desks:board", who="board", reach=at("/w/board/")),
    Page(name="consistency", at="desks:dispersion", who="board", reach=at("/w/board/consistency/")),
    Page(name="board-to-receive", at="desks:board", who="board", reach=at("/w/board/?view=to_receive")),
    Page(name="matters", at="desks:matters", who="board", reach=at("/w/board/matters/")),
    Page(name="bosa", at="desks:bosa", who="bosa", reach=at("/w/bosa/?view=all")),
    Page(name="bosa-cases", at="desks:bosa_cases", who="bosa", reach=at("/w/bosa/cases/")),
    Page(name="bosa-copies", at="desks:bosa_cases", who="bosa", reach=at("/w/bosa/cases/?copies=on")),
    *(
        Page(name=f"{name}-{desk}", at=f"desks:{name}", who=who, reach=at(f"/w/{desk}/retention/{path}"))
        for name, path in (("retention", ""), ("holds", "holds/"), ("schedules", "schedules/"))
        for desk, who in (("desk", "ceo"), ("board", "board"), ("bosa", "bosa"))
    ),
    Page(name="retention-preview", at="desks:retention_preview", who="ceo", reach=previewed),
    Page(name="retention-batch", at="desks:retention_batch", who="bosa", reach=batch("bosa", "proposed")),
    Page(name="retention-batch-done", at="desks:retention_batch", who="ceo", reach=batch("desk", "gone")),
    Page(name="hold", at="desks:hold", who="ceo", reach=hold),
    Page(name="hold-asked-empty", at="desks:hold", who="ceo", status=422, reach=lambda way: (hold(way), way.go_on())),
    Page(name="holds-empty", at="desks:holds", who="bosa", status=422, reach=sent_empty("/w/bosa/retention/holds/")),
    Page(name="schedules-previewed", at="desks:schedules", who="board", reach=schedule_previewed),
    Page(
        name="schedules-empty",
        at="desks:schedules",
        who="board",
        status=422,
        reach=sent_empty("/w/board/retention/schedules/"),
    ),
    Page(name="erasures", at="desks:erasures", who="bosa", reach=at("/w/bosa/erasures/")),
    Page(name="erasures-empty", at="desks:erasures", who="bosa", status=422, reach=sent_empty("/w/bosa/erasures/")),
    Page(name="erasure", at="desks:erasure", who="bosa", reach=erasure),
    Page(name="oversight", at="desks:oversight", who="bosa", reach=at("/w/bosa/oversight/")),
    Page(name="determinations", at="desks:determinations", who="bosa", reach=at("/w/bosa/determinations/")),
    Page(name="grounds", at="desks:read_grounds", who="bosa", reach=grounds),
    Page(name="call-in", at="desks:call_in", who="bosa", reach=at("/w/bosa/call-in/")),
    Page(name="protection", at="desks:protection", who="bosa", reach=at("/w/bosa/protection/")),
    Page(name="alert", at="desks:alert", who="bosa", reach=first_of("alerts")),
    Page(name="check-in-told", at="desks:check_in_told", who="bosa", reach=first_of("check-ins")),
    Page(name="check-in", at="desks:check_in", who="employee", reach=at("/w/me/check-in/")),
    Page(name="walls", at="desks:walls", who="bosa", reach=at("/w/bosa/walls/")),
    Page(name="walls-empty", at="desks:walls", who="bosa", status=422, reach=sent_empty("/w/bosa/walls/")),
    Page(name="walls-shown", at="desks:walls", who="bosa", reach=who_is_out),
    Page(name="wall", at="desks:lift_wall", who="bosa", reach=lift_wall),
    Page(name="oversight-all", at="desks:oversight", who="bosa", reach=at("/w/bosa/oversight/?open=no")),
    Page(name="lateness", at="desks:decide_lateness", who="bosa", reach=lateness("late")),
    Page(name="lateness-decided", at="desks:decide_lateness", who="bosa", reach=lateness("decided")),
)
DELEGATIONS = (
    Page(name="delegation", at="desks:delegation", who="ceo", reach=at("/w/desk/delegation/")),
    Page(
        name="delegation-empty", at="desks:delegation", who="ceo", reach=sent_empty("/w/desk/delegation/"), status=422
    ),
    Page(name="delegation-of-the-delegate", at="desks:delegation", who="delegate", reach=at("/w/desk/delegation/")),
    Page(name="delegate-today", at="desks:today", who="delegate", reach=at("/w/desk/")),
    Page(name="delegations-board", at="desks:board_delegations", who="secretary", reach=at("/w/board/delegations/")),
    Page(name="delegations-bosa", at="desks:bosa_delegations", who="bosa", reach=at("/w/bosa/delegations/")),
    Page(
        name="delegation-bosa", at="desks:show_delegation", who="bosa", reach=delegation("/w/bosa/delegations/{}/")
    ),
    Page(
        name="delegation-board", at="desks:show_delegation", who="board",
        reach=delegation("/w/board/delegations/{}/", "asked"),
    ),
    Page(
        name="resolution", at="desks:record_resolution", who="secretary",
        reach=delegation("/w/board/delegations/{}/resolution/", "asked"),
    ),
    Page(
        name="resolution-confirm", at="desks:authorise_delegation", who="board",
        reach=delegation("/w/board/delegations/{}/confirm/", "asked"),
    ),
    Page(
        name="delegation-revoke", at="desks:revoke_delegation", who="ceo",
        reach=delegation("/w/desk/delegations/{}/revoke/"),
    ),
)  # fmt: skip
REFERENCE = (
    *(
        Page(name=f"reference-{table or 'tables'}", at=route, who="admin", reach=at(f"/w/admin/reference/{path}"))
        for table, route, path in (
            ("", "reference:index", ""),
            ("people", "reference:people_person_changelist", "people/person/"),
            ("companies", "reference:people_company_changelist", "people/company/"),
            ("closed-days", "reference:provisions_holiday_changelist", "provisions/holiday/"),
            ("closed-day", "reference:provisions_holiday_add", "provisions/holiday/add/"),
        )
    ),
    Page(name="reference-person", at="reference:people_person_change", who="admin", reach=first_person),
    Page(
        name="reference-closed-day-empty", at="reference:provisions_holiday_add", who="admin",
        reach=lambda way: (way.open("/w/admin/reference/provisions/holiday/add/"), way.press(".submit-row .default")),
    ),
)  # fmt: skip
RECORDS = (
    *(
        Page(name=f"record-{name}", at="desks:record", who="ceo", reach=of(name, "desk"))
        for name in ("fresh", "taken", "asked", "kept", "material", "late", "sent_back", "question")
    ),
    Page(name="record-arriving", at="desks:record", who="board", reach=of("arriving", "board")),
    Page(name="record-at-board", at="desks:record", who="director2", reach=of("at_board", "board")),
    *(
        Page(name=f"record-{name}", at="desks:record", who="bosa", reach=of(name, "bosa"))
        for name in ("officer", "closed", "about_ceo")
    ),
    *(Page(name=f"record-{name}", at="desks:record", who="ceo", reach=of(name, "desk")) for name in ("gone", "held")),
    Page(name="record-read", at="desks:read_sealed", who="ceo", reach=opened("taken", "desk", "report")),
    *(
        Page(name=f"record-{name}", at="desks:record", who="bosa", reach=of(name, "bosa"))
        for name in ("answered", "departing")
    ),
    Page(name="record-answers", at="desks:read_sealed", who="bosa", reach=opened("answered", "bosa", "answers")),
    Page(name="record-notes", at="desks:read_sealed", who="ceo", reach=opened("taken", "desk", "notes")),
    Page(name="record-of-somebody-else", at="desks:record", who="ceo", reach=of("officer", "desk"), status=404),
)
ACTS = (
    Page(name="act-take", at="desks:take_case", who="ceo", reach=of("fresh", "desk", "take/")),
    Page(name="act-weight", at="desks:determine_materiality", who="ceo", reach=of("taken", "desk", "materiality/")),
    Page(name="act-name", at="desks:name_party", who="ceo", reach=of("taken", "desk", "name/")),
    Page(name="people", at="desks:people", who="ceo", reach=of("taken", "desk", "people/")),
    Page(name="correct-party", at="desks:correct_party", who="ceo", reach=of("taken", "desk", "people/1/")),
    Page(name="act-hand-on", at="desks:hand_on", who="ceo", reach=of("material", "desk", "hand-on/")),
    Page(
        name="act-hand-on-empty", at="desks:hand_on", who="ceo", status=422,
        reach=act_sent_empty("material", "desk", "hand-on"),
    ),
    Page(name="act-question", at="desks:make_question", who="ceo", reach=of("taken", "desk", "question/")),
    Page(name="act-note", at="desks:add_note", who="ceo", reach=of("taken", "desk", "note/")),
    Page(name="before-reading", at="desks:state_no_conflict", who="bosa", reach=of("officer", "bosa", "before/")),
    Page(
        name="before-reading-empty",
        at="desks:state_no_conflict",
        who="bosa",
        status=422,
        reach=act_sent_empty("officer", "bosa", "before"),
    ),
    Page(name="act-exclude", at="desks:exclude_member", who="bosa", reach=of("officer", "bosa", "exclude/")),
    Page(name="act-step-aside", at="desks:recuse", who="ceo", reach=of("taken", "desk", "step-aside/")),
    Page(name="act-investigate", at="desks:open_investigation", who="ceo", reach=of("kept", "desk", "investigate/")),
    Page(name="act-close", at="desks:close_case", who="ceo", reach=of("kept", "desk", "close/")),
    Page(
        name="act-close-unanswered", at="desks:close_unanswered", who="ceo",
        reach=of("question", "desk", "close-unanswered/"),
    ),
    Page(name="act-answer", at="desks:answer_question", who="ceo", reach=of("question", "desk", "answer/")),
    Page(
        name="act-answer-empty", at="desks:answer_question", who="ceo", status=422,
        reach=act_sent_empty("question", "desk", "answer"),
    ),
    Page(name="act-answer-precedents", at="desks:answer_question", who="ceo", reach=with_precedents),
    Page(
        name="act-public-words", at="desks:propose_wording", who="bosa",
        reach=of("answered", "bosa", "public-words/"),
    ),
    Page(
        name="act-approve-words", at="desks:decide_wording", who="delegate",
        reach=of("proposed_words", "me", "approve-words/"),
    ),
    Page(name="act-approve-words-read", at="desks:decide_wording", who="delegate", reach=words_read),
    Page(name="act-lapse", at="desks:mark_lapsed", who="bosa", reach=of("answered", "bosa", "lapse/")),
    Page(
        name="act-withdraw", at="desks:withdraw_interpretation", who="bosa",
        reach=of("answered", "bosa", "withdraw/"),
    ),
    Page(name="act-reopen", at="desks:reopen_case", who="bosa", reach=of("closed", "bosa", "reopen/")),
    Page(name="act-hold", at="desks:place_hold", who="bosa", reach=of("officer", "bosa", "hold/")),
    Page(name="act-receive", at="desks:receive", who="board", reach=of("arriving", "board", "receive/")),
    Page(name="act-return", at="desks:return_record", who="board", reach=of("arriving", "board", "return/")),
    Page(name="act-not-now", at="desks:receive", who="ceo", reach=of("taken", "desk", "receive/"), status=409),
)  # fmt: skip
FAULTS = (
    Page(name="missing", at="", reach=at("/xx/nothing-here/"), status=404),
    Page(name="unreadable", at="", reach=fault("400.html", 400), status=400),
    Page(
        name="changed-meanwhile", at="", status=409,
        reach=fault("409.html", 409, told="Told.", yours="What somebody wrote.", again="/w/"),
    ),
    Page(name="too-many", at="", reach=fault("429.html", 429), status=429),
    Page(name="server-fault", at="", reach=fault("500.html", 500), status=500),
    Page(name="closed-down", at="", reach=fault("503.html", 503), status=503),
)  # fmt: skip
LOOK = tuple(
    Page(name=f"components-{frame}", at="components", reach=at(f"/w/admin/components/?frame={frame}"))
    for frame in ("work", "contact", "public")
)
PAGES = (*PUBLIC, *REPORTING, *OWN, *DESKS, *DELEGATIONS, *REFERENCE, *RECORDS, *ACTS, *FAULTS, *LOOK)
