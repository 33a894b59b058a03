"""Made-up contents for the page of bricks. Dates are fixed, so that pictures of it can be compared."""

from datetime import UTC, date, datetime, timedelta

from django import forms
from django.utils.translation import gettext as _

from conduct.rules.decision import Step
from conduct.rules.sentence import Sentence
from conduct.rules.vocabulary import Body, Stage
from conduct.web.choices import Choice

NOW = datetime(2026, 11, 22, 5, 14, tzinfo=UTC)
HERE = "#main"
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


class Sample(forms.Form):
    """Every kind of field."""

    how = forms.ChoiceField(widget=forms.RadioSelect)
    what = forms.CharField(widget=forms.Textarea, max_length=4000)
    who = forms.CharField(required=False)
    when = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))
    body = forms.ChoiceField(choices=[])
    saw = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    accounts = forms.BooleanField(required=False)
    files = forms.FileField(required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["how"].choices = [
            ("anonymous", Choice(_("Anonymously, to the Statutory Auditors"), _("Reads it: 4 statutory auditors."))),
            ("bosa", Choice(_("With my name, to the Statutory Auditors only"), _("Only they learn your name."))),
            ("ceo", Choice(_("With my name, to the CEO's desk"), _("Your name stays sealed."))),
        ]
        self.fields["body"].choices = [("", _("All")), ("ceo", _("CEO")), ("bosa", _("Statutory Auditors"))]
        self.fields["saw"].choices = [("saw", _("I saw it")), ("told", _("I was told"))]
        for name, words in sample_words().items():
            self.fields[name].label, self.fields[name].help_text = words
            self.fields[name].error_messages["required"] = _("Write what happened. A few words are enough")
        self.fields["how"].error_messages["required"] = _("Choose how to send it")
        self.fields["body"].error_messages["required"] = _("Choose who decides")


def sample_words() -> dict[str, tuple[str, str]]:
    return {
        "how": (_("How do you want to send it?"), _("You can add your name later. You can't take it back.")),
        "what": (_("What happened?"), _("In your own words. Short is fine.")),
        "who": (_("Who took part"), ""),
        "when": (_("When, roughly"), ""),
        "body": (_("Who decides"), ""),
        "saw": (_("How do you know?"), ""),
        "accounts": (_("It is about accounts, audit or financial reports"), ""),
        "files": (_("Files"), _("PDF, images or text, at most 20 MB each.")),
    }


class Filter(forms.Form):
    """Two filters of a queue."""

    search = forms.CharField(required=False)
    kind = forms.ChoiceField(choices=[])

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["search"].label, self.fields["kind"].label = _("Search"), _("Kind")
        self.fields["kind"].choices = [("", _("All")), ("report", _("Report")), ("question", _("Question"))]


def after(days: float) -> datetime:
    return NOW + timedelta(days=days)


def everything() -> dict[str, object]:
    wrong = Sample({"who": LONG, "how": ""}, prefix="wrong")
    shown = {"now": NOW, "here": HERE, "is_demo": True, "sample": Sample(initial={"how": "anonymous"}), "wrong": wrong}
    return shown | frame() | lists() | matter() | reasons()


def frame() -> dict[str, object]:
    words = [_("Today"), _("Triage"), _("Cases"), _("Decisions"), _("Overview")]
    bar = [{"url": HERE, "label": word, "current": place == 1} for place, word in enumerate(words)]
    bar[1]["count"] = 4
    roles = [(_("Chief Executive Officer"), True), (_("Board member"), False)]
    acting_as = [{"url": HERE, "label": label, "current": current} for label, current in roles]
    return {"bar": bar, "acting_as": acting_as, "viewer": "Hotaru Kurenaikaede", "step_line": _("Question 2 of 6")}


def lists() -> dict[str, object]:
    rows = [
        ("C-26-7QF", _("Report"), _("Employee"), _("You receive reports first"), "III ¶3(1)", Body.CEO, -2),
        ("C-26-M2D", _("Report"), _("Officer"), _("You must hand this on"), "III ¶1", Body.BOSA, 0.1),
        ("C-26-9XA", _("Report"), _("Employee"), _("Decide if it is material"), "III ¶1", Body.BOARD, 2),
        ("D-26-0R4", _("Disclosure"), _("Employee"), _("Disclosures come to you"), "V ¶1", Body.CEO, 4),
        ("C-26-K3P", _("Report"), _("Supplier"), _("It was sent to you"), "III ¶3", Body.OUTSIDE_CODE, 9),
    ]
    names = ("ref", "kind", "about", "why", "cite", "body", "days")
    queue = [dict(zip(names, row, strict=True)) for row in rows]
    for row in queue:
        row["due_at"] = after(row["days"])
    views = [(_("Mine to decide"), 4), (_("To hand on"), 1), (_("Handed on"), 0), (_("All"), 0)]
    return {
        "queue": queue,
        "views": [{"url": HERE, "label": word, "count": n, "current": not at} for at, (word, n) in enumerate(views)],
        "filter": Filter(prefix="queue"),
        "ages": [
            {"label": _("0 to 7 days"), "count": 8, "tone": "1"},
            {"label": _("8 to 30 days"), "count": 12, "tone": "1"},
            {"label": _("31 to 90 days"), "count": 3, "tone": "1"},
            {"label": _("Over 90 days"), "count": 6, "tone": "late"},
        ],
    }


def reasons() -> dict[str, object]:
    told = [
        (_("It was sent with a name to the CEO, so it reaches this desk first."), ("III ¶3(1)",), ()),
        (_("It is about an employee, so the CEO decides while it is not material."), ("III ¶1", "III ¶4"), ()),
        (_("Nobody has decided whether it is material. Until then it counts as material."), ("III ¶1",), ("A4",)),
    ]
    steps = [Step(rule="R", paragraphs=cited, readings=read, why=Sentence(why)) for why, cited, read in told]
    return {
        "steps": steps,
        "conclusion": _("So the Board decides, for now; this desk assesses it by 25 November."),
        "otherwise": [_("Not material, with a second person: the CEO."), _("An officer: the Statutory Auditors.")],
        "bodies": [*Body, "public"],
        "stages": list(Stage),
        "dues": [after(-2), after(0.1), after(1), after(4), None],
    }


def matter() -> dict[str, object]:
    return {**work(), **answers()}


def work() -> dict[str, object]:
    return {
        "tasks": [
            {"label": _("Decide whether it is material"), "url": HERE, "due_at": after(-2), "hint": "C-26-7QF"},
            {"label": _("Hand on to the Statutory Auditors"), "url": HERE, "due_at": after(0.1), "hint": "C-26-M2D"},
            {"label": _("Interview plan"), "url": HERE, "due_at": after(6)},
            {"label": _("Vote"), "locked": _("Locked: the Statutory Auditors have not been consulted")},
            {"label": _("Answer the reporter"), "url": HERE, "due_at": after(1), "met_at": after(-1)},
        ],
        "events": [
            {
                "at": after(-0.1),
                "text": _("Kept: not material"),
                "paragraphs": ["III ¶1"],
                "tone": "decision",
                "who": "若葉 監査",
                "note": _("The sum is small and nobody above the team knew."),
            },
            {"at": after(-2), "text": _("The time for triage passed"), "paragraphs": [], "tone": "late"},
            {"at": after(-9), "text": _("Received with a name, for the CEO's desk"), "paragraphs": ["III ¶3(1)"]},
        ],
        "letters": [
            {"on": date(2026, 11, 20), "who": _("Statutory Auditors"), "text": _("We read it. Which month was it?")},
            {"on": date(2026, 11, 21), "mine": True, "text": "9月の終わりごろです。", "lang": "ja"},
        ],
    }


def answers() -> dict[str, object]:
    return {
        "steps_done": [
            {"label": _("Received"), "state": "done", "note": ""},
            {"label": _("Read"), "state": "done", "note": ""},
            {"label": _("Looking into it"), "state": "current", "note": _("answer by 28 February")},
            {"label": _("Finished"), "state": "todo", "note": ""},
            {"label": _("Publish"), "state": "locked", "note": ""},
        ],
        "seats": [
            {"who": "楓 取締役", "state": _("Voted"), "tone": "done"},
            {"who": "Donguri Rokuro", "state": _("Recused: special interest"), "tone": "outline"},
            {"who": _("You"), "state": _("Not yet"), "tone": "soon"},
        ],
        "answers": [
            {"label": _("Who it is about"), "value": _("Officer"), "url": HERE},
            {"label": _("Sent to"), "value": _("Statutory Auditors"), "url": HERE},
            {"label": _("What happened?"), "value": LONG + "\n取引先からの贈答品について", "url": HERE},
            {"label": _("Files"), "value": "", "url": HERE},
        ],
        "receipt": "482719305561207433186047",
    }
