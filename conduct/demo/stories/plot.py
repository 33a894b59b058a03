"""How a story is written down: who told whom about what, and what was done about it, day by day."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done: `day` days after the report, by whom, with which words."""

    day: float
    verb: str
    by: str
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One report or question. `about` holds usernames or classes; `days` is how long ago it was told."""

    days: float
    what: str
    about: tuple[str, ...]
    by: str = "employee"
    channel: str = "ceo"
    kind: str = "report"
    matter: str = ""
    where: str = ""
    acts: tuple[Act, ...] = ()


def take(day: float, by: str) -> Act:
    return Act(day, "take_case", by)


def keep(day: float, reason: str) -> Act:
    return Act(day, "propose_keeping", "ceo", {"reason": reason})


def second(day: float, reason: str, *, confirmed: bool = True, by: str = "delegate") -> Act:
    return Act(day, "answer_keeping", by, {"reason": reason, "confirmed": "yes" if confirmed else ""})


def investigate(day: float, by: str) -> Act:
    return Act(day, "open_investigation", by)


def note(day: float, by: str, text: str) -> Act:
    return Act(day, "add_note", by, {"text": text})


def close(day: float, by: str, reason: str) -> Act:
    return Act(day, "close_case", by, {"reason": reason})


def reopen(day: float, by: str, reason: str) -> Act:
    return Act(day, "reopen_case", by, {"reason": reason})


def question(day: float, by: str, reason: str) -> Act:
    return Act(day, "make_question", by, {"reason": reason})


def material(day: float, reason: str) -> Act:
    return Act(day, "find_material", "ceo", {"reason": reason})


def hand_on(day: float, by: str, body: str, reason: str) -> Act:
    return Act(day, "hand_on", by, {"body": body, "paragraph": "III ¶1", "reason": reason})


def receive(day: float, by: str) -> Act:
    return Act(day, "receive", by)


def send_back(day: float, by: str, reason: str) -> Act:
    return Act(day, "return_record", by, {"reason": reason})


def aside(day: float, by: str, reason: str = "") -> Act:
    return Act(day, "recuse", by, {"reason": reason})


def pass_on(day: float) -> Act:
    return Act(day, "pass_on_report", "manager")


def decide(day: float, by: str, reason: str, *, opened: bool) -> Act:
    return Act(day, "decide_lateness", by, {"reason": reason, "open_case": "yes" if opened else ""})


def answered(day: float, by: str, paragraphs: str, text: str, facts: str) -> Act:
    """Looks at the earlier answers on these paragraphs, and answers. Paragraphs and facts stand one a line."""
    return Act(day, "answer_question", by, {"paragraphs": paragraphs, "text": text, "facts": facts})


def proposed(day: float, by: str, asked: tuple[str, str], answer: tuple[str, str]) -> Act:
    """Public words in English and Japanese, for a second person to approve."""
    words = {"asked_en": asked[0], "asked_ja": asked[1], "answer_en": answer[0], "answer_ja": answer[1]}
    return Act(day, "propose_wording", by, words)


def approved(day: float, by: str) -> Act:
    return Act(day, "decide_wording", by)


def lapsed(day: float, by: str, reason: str) -> Act:
    return Act(day, "mark_lapsed", by, {"reason": reason})


def needs_waiver(day: float, by: str, paragraphs: str, text: str) -> Act:
    """Would answer so, and says that this would permit a departure from the text."""
    return Act(day, "answer_question", by, {"paragraphs": paragraphs, "text": text, "facts": "-", "departs": "yes"})
