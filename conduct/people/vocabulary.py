"""The words of the organisation. What a person counts as under the Code follows from them (`classes.py`)."""

from enum import StrEnum


class Relation(StrEnum):
    """What a company is to the issuer."""

    ISSUER = "issuer"
    SUBSIDIARY = "subsidiary"
    AFFILIATE = "affiliate"


class Office(StrEnum):
    """What a person is in a company."""

    EMPLOYEE = "employee"
    OFFICER = "officer"
    DIRECTOR = "director"
    STATUTORY_AUDITOR = "statutory_auditor"
    CEO = "ceo"
    INTERNAL_CONTROLS = "internal_controls"  # the officer in charge of internal controls (I ¶5)


class FunctionName(StrEnum):
    """What a person does in this app without holding an office for it. Spelt as in `Role`."""

    DESIGNEE = "designee"
    SECRETARY = "secretary"
    CUSTODIAN = "custodian"
    ASSURANCE = "assurance"
    ADMIN = "admin"


class Theme(StrEnum):
    """Light, dark, or as the device says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    """How much fits on a page."""

    DENSE = "dense"
    COMFORTABLE = "comfortable"
