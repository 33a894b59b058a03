"""One form for each page of the draft, and the entry of a number."""

from conduct.contact.forms.about import About
from conduct.contact.forms.more import More
from conduct.contact.forms.number import NumberEntry
from conduct.contact.forms.page import Page
from conduct.contact.forms.reach import Reach
from conduct.contact.forms.way import Way
from conduct.contact.forms.what import What
from conduct.contact.steps import Step

FORMS: dict[Step, type[Page]] = {
    Step.ABOUT: About,
    Step.WAY: Way,
    Step.WHAT: What,
    Step.MORE: More,
    Step.REACH: Reach,
}
__all__ = ["FORMS", "About", "More", "NumberEntry", "Page", "Reach", "Way", "What"]
