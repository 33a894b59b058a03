"""How the words of findings and measures read on a screen."""

from enum import StrEnum

from conduct.rules import vocabulary as v
from conduct.rules.marking import gettext_noop as _

OUTCOME_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    v.Found: {
        v.Found.CONFIRMED: _("confirmed"),
        v.Found.PARTLY: _("partly confirmed"),
        v.Found.NOT_CONFIRMED: _("not confirmed"),
        v.Found.INCONCLUSIVE: _("could not be settled"),
        v.Found.OUTSIDE: _("outside the Code"),
    },
    v.RootCause: {
        v.RootCause.KNOWLEDGE: _("the rule was not known"),
        v.RootCause.PRESSURE: _("pressure of time or targets"),
        v.RootCause.INCENTIVE: _("a wrong incentive"),
        v.RootCause.SUPERVISION: _("nobody supervised it"),
        v.RootCause.CONTROL_GAP: _("a control was missing or did not work"),
        v.RootCause.INTENT: _("it was meant"),
        v.RootCause.OTHER: _("another cause"),
    },
    v.MeasureKind: {
        v.MeasureKind.DISCIPLINARY: _("disciplinary"),
        v.MeasureKind.PREVENTIVE: _("preventive"),
        v.MeasureKind.CIVIL: _("civil or contract step"),
    },
    v.View: {
        v.View.FOR: _("for it"),
        v.View.OTHERWISE: _("for something else"),
        v.View.AGAINST: _("against it"),
    },
    v.Taken: {
        v.Taken.ADOPTED: _("adopted as proposed"),
        v.Taken.CHANGED: _("adopted with changes"),
        v.Taken.DROPPED: _("not adopted"),
    },
    v.Organ: {
        v.Organ.HR_RULES: _("the organ that the personnel rules name"),
        v.Organ.BOARD: _("Board of Directors"),
        v.Organ.SHAREHOLDERS: _("shareholders' meeting"),
        v.Organ.SUBSIDIARY: _("the subsidiary's own organ"),
        v.Organ.MANAGEMENT: _("the company's management"),
    },
    v.Told: {
        v.Told.VIOLATION: _("a violation was found, and the company acts on it"),
        v.Told.NO_VIOLATION: _("no violation was found"),
        v.Told.NOT_SETTLED: _("it could not be settled"),
        v.Told.OUTSIDE: _("the Code does not cover it"),
        v.Told.STILL_OPEN: _("it is still being looked into"),
    },
}
