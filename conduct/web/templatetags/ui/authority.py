"""Who decides: the marks of the bodies, the strip on every matter, and the trace of the rules."""

from collections.abc import Iterable, Mapping

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from conduct.rules.vocabulary import Stage
from conduct.web.templatetags.ui.bricks import brick, register
from conduct.web.templatetags.ui.words import label, told

MARKS = {
    "ceo": ("C", _("CEO")),
    "board": ("B", _("Board of Directors")),
    "bosa": ("A", _("Statutory Auditors")),
    "supervisor": ("S", _("Supervisor")),
    "public": ("P", _("Public")),
    "outside_code": ("–", _("Outside the Code")),
}
SAME_BODY = {
    "bosa_less_subject": "bosa",
    "pending_identification": "bosa",
    "pending_materiality": "board",
    "ceo_as_management": "ceo",
    "affiliate_referral": "outside_code",
    "investor_relations": "outside_code",
    "legal_section": "outside_code",
    "impossible": "outside_code",
    "not_applicable": "outside_code",
}
STEPS = list(Stage)


@register.inclusion_tag("components/authority_mark.html")
def authority_mark(body: str, provisional: bool = False) -> dict[str, object]:
    """Letter, word, colour and shape of the body that decides."""
    key = SAME_BODY.get(str(body), str(body))
    letter, word = MARKS[key]
    return {"css": key, "letter": letter, "word": word, "provisional": provisional}


@register.simple_block_tag
def authority_strip(content: str, body: str, paragraphs: object = (), provisional: bool = False) -> SafeString:
    """Whose matter this is, in the first second. Inside it stand `{% fact %}` blocks: clock, last hand-on."""
    key = SAME_BODY.get(str(body), str(body))
    context = {"content": content, "body": key, "paragraphs": paragraphs, "provisional": provisional}
    return brick("authority_strip", **context)


@register.inclusion_tag("components/stage_tag.html")
def stage_tag(stage: str) -> dict[str, object]:
    """How far a record has come: four steps, and the word for the one it is on."""
    reached = Stage(stage)
    position = STEPS.index(reached)
    return {"text": label(reached), "css": reached.value, "pips": [step <= position for step in range(len(STEPS))]}


@register.inclusion_tag("components/rule_trace.html")
def rule_trace(steps: Iterable[object], conclusion: object = "", otherwise: Iterable[object] = ()) -> dict[str, object]:
    """Why: one line per rule that spoke, the conclusion, and what would change it."""
    return {
        "steps": [trace_line(step) for step in steps],
        "conclusion": told(conclusion),
        "otherwise": [told(line) for line in otherwise],
    }


def trace_line(step: object) -> dict[str, object]:
    """A line of a decision, fresh from the rulebook or kept as plain data."""
    if not isinstance(step, Mapping):
        step = {"why": step.why, "paragraphs": step.paragraphs, "readings": step.readings}  # type: ignore[attr-defined]
    return {"why": told(step["why"]), "paragraphs": step["paragraphs"], "readings": step["readings"]}
