"""The 98 norms of the Code, in words of our own: where each stands, whom it binds, and of what kind it is.

Soft: worded as an expectation; a breach is graded so at triage (A43). `reason`: why a norm needs no behaviour here.
"""

from dataclasses import dataclass

from conduct.rules.labels import gettext_noop as _
from conduct.rules.vocabulary import Addressee, NormType

OBLIGATION, PROHIBITION, PERMISSION = NormType.OBLIGATION, NormType.PROHIBITION, NormType.PERMISSION
POWER, DEFINITION, STATEMENT = NormType.POWER, NormType.DEFINITION, NormType.STATEMENT
EVERYBODY, COMPANY, CEO = Addressee.EVERYBODY, Addressee.COMPANY, Addressee.CEO
BOARD, BOSA, IN_CHARGE = Addressee.BOARD, Addressee.BOSA, Addressee.IN_CHARGE
WITH_OFFICIALS, ASKED_FROM_OUTSIDE = Addressee.WITH_OFFICIALS, Addressee.ASKED_FROM_OUTSIDE
IN_REPORTING, NOBODY = Addressee.IN_REPORTING, Addressee.NOBODY


@dataclass(frozen=True, slots=True)
class Norm:
    """One norm, addressed by its id and the paragraph it stands in."""

    id: str
    paragraph: str
    type: NormType
    addressee: Addressee
    text: str
    soft: bool = False
    reason: str | None = None


TABLE = (
    Norm("N001", "I ¶1", DEFINITION, EVERYBODY, _("The Code binds every director, officer and employee.")),
    Norm("N002", "I ¶2", POWER, BOARD, _("The Board adopts the Code, and changes it.")),
    Norm(
        "N003",
        "I ¶2",
        STATEMENT,
        NOBODY,
        _("Six aims: honesty, clear reporting, lawfulness, protection of the business, deterrence, prompt telling."),
        reason=_("The aims state why there is a Code; every other norm carries them out."),
    ),
    Norm("N004", "I ¶3", OBLIGATION, EVERYBODY, _("Know the Code."), soft=True),
    Norm("N005", "I ¶3", OBLIGATION, EVERYBODY, _("Keep to whatever in the Code concerns you."), soft=True),
    Norm("N006", "I ¶4", PERMISSION, COMPANY, _("Some provisions can be waived.")),
    Norm(
        "N007",
        "I ¶4",
        POWER,
        BOARD,
        _("A waiver for an officer or director comes from the Board and from nobody else."),
    ),
    Norm("N008", "I ¶4", OBLIGATION, BOARD, _("The Statutory Auditors are consulted before such a vote.")),
    Norm("N009", "I ¶4", OBLIGATION, COMPANY, _("Such a waiver is made public as the SEC or the exchange requires.")),
    Norm(
        "N010",
        "I ¶4",
        POWER,
        CEO,
        _("A waiver for any other employee comes from the CEO while the situation is not material."),
    ),
    Norm(
        "N011",
        "I ¶4",
        POWER,
        BOARD,
        _("Where the situation is material, the waiver for an employee comes from the Board."),
    ),
    Norm("N012", "I ¶5", POWER, CEO, _("The CEO can delegate to the officer in charge of internal controls.")),
    Norm("N013", "I ¶5", POWER, BOARD, _("A delegation exists only once the Board has authorised it.")),
    Norm("N014", "I ¶6", OBLIGATION, COMPANY, _("Subsidiaries apply the Code to all their people.")),
    Norm(
        "N015",
        "I ¶6",
        OBLIGATION,
        COMPANY,
        _("Where local law stands against it, the Code is modified for that subsidiary."),
    ),
    Norm(
        "N016",
        "I ¶6",
        PROHIBITION,
        COMPANY,
        _("A modification never falls below US securities law, the exchange's rules or Japanese law."),
    ),
    Norm("N017", "I ¶6", OBLIGATION, COMPANY, _("The company works towards the Code in its affiliates.")),
    Norm(
        "N018",
        "II ¶1",
        STATEMENT,
        COMPANY,
        _("The company stands by the law in all its business."),
        reason=_("A statement of intent; the duties that follow it are norms of their own."),
    ),
    Norm(
        "N019", "II ¶1", OBLIGATION, EVERYBODY, _("Act within the law, the company's rules and the Code at all times.")
    ),
    Norm(
        "N020", "II ¶1", OBLIGATION, COMPANY, _("As a listed company it keeps the rules of the SEC and the exchange.")
    ),
    Norm("N021", "III ¶1", OBLIGATION, CEO, _("The CEO applies the Code to questions promptly and evenly.")),
    Norm("N022", "III ¶1", POWER, CEO, _("The CEO interprets the Code for employees.")),
    Norm("N023", "III ¶1", POWER, BOARD, _("In a material situation of an employee the Board takes this over.")),
    Norm(
        "N024",
        "III ¶1",
        POWER,
        BOSA,
        _("In any situation of an officer or director the Statutory Auditors take this over."),
    ),
    Norm("N025", "III ¶1", OBLIGATION, EVERYBODY, _("Whoever learns of a violation tells the CEO promptly.")),
    Norm("N026", "III ¶1", DEFINITION, EVERYBODY, _("Keeping silent about it is a violation too.")),
    Norm("N027", "III ¶1", OBLIGATION, CEO, _("What is for the Board, the CEO passes to the Board promptly.")),
    Norm("N028", "III ¶1", OBLIGATION, CEO, _("What is for the Statutory Auditors, the CEO passes to them promptly.")),
    Norm("N029", "III ¶1", DEFINITION, CEO, _("A CEO who does not pass it on violates the Code.")),
    Norm("N030", "III ¶2", OBLIGATION, EVERYBODY, _("In doubt, talk to the CEO early."), soft=True),
    Norm(
        "N031",
        "III ¶3",
        PERMISSION,
        EVERYBODY,
        _("Anybody can write to the Statutory Auditors in confidence, without a name."),
    ),
    Norm("N032", "III ¶3", POWER, BOSA, _("The Statutory Auditors set up how that works.")),
    Norm(
        "N033", "III ¶3(1)", OBLIGATION, EVERYBODY, _("Tell the CEO of violations promptly: the same duty once more.")
    ),
    Norm("N034", "III ¶3(1)", PERMISSION, EVERYBODY, _("The CEO can be told through the supervisor.")),
    Norm("N035", "III ¶3(2)", PROHIBITION, EVERYBODY, _("Nobody takes revenge on a person who spoke in good faith.")),
    Norm("N036", "III ¶3(2)", OBLIGATION, EVERYBODY, _("Whoever knows who spoke protects that identity.")),
    Norm("N037", "III ¶4", OBLIGATION, CEO, _("The CEO sees to the investigation of an employee's violation.")),
    Norm("N038", "III ¶4", OBLIGATION, BOARD, _("The Board sees to it when that violation is material.")),
    Norm(
        "N039", "III ¶4", OBLIGATION, BOSA, _("The Statutory Auditors see to it when it is an officer's or director's.")
    ),
    Norm("N040", "III ¶4", OBLIGATION, COMPANY, _("After a violation the company disciplines or prevents, promptly.")),
    Norm(
        "N041",
        "III ¶4",
        OBLIGATION,
        COMPANY,
        _("Before that it consults the CEO on an employee whose violation is not material."),
    ),
    Norm(
        "N042",
        "III ¶4",
        OBLIGATION,
        COMPANY,
        _("Before that it consults the Board on an employee whose violation is material."),
    ),
    Norm(
        "N043",
        "III ¶4",
        OBLIGATION,
        COMPANY,
        _("Before that it consults the Statutory Auditors on an officer or director."),
    ),
    Norm("N044", "IV ¶1", OBLIGATION, COMPANY, _("Competition and fair trade law is kept wherever the company works.")),
    Norm("N045", "IV ¶1", OBLIGATION, EVERYBODY, _("Deal fairly with business partners and competitors.")),
    Norm("N046", "IV ¶1", OBLIGATION, EVERYBODY, _("Build business on lawful, fair and ethical practice only.")),
    Norm("N047", "IV ¶1", PROHIBITION, EVERYBODY, _("Give nothing of value to win business or favour.")),
    Norm("N048", "IV ¶1", PROHIBITION, EVERYBODY, _("Accept nothing of value for business or favour.")),
    Norm(
        "N049",
        "IV ¶1",
        PROHIBITION,
        EVERYBODY,
        _("Take no unfair advantage, by trickery, hiding or misuse of what was confided."),
    ),
    Norm("N050", "V ¶1", OBLIGATION, EVERYBODY, _("Decide for the company's good, not for a private reason.")),
    Norm(
        "N051",
        "V ¶1",
        OBLIGATION,
        EVERYBODY,
        _("Keep clear of what is, or looks like, a conflict of interest."),
        soft=True,
    ),
    Norm(
        "N052",
        "V ¶1",
        PROHIBITION,
        EVERYBODY,
        _("Ties to business partners and competitors do not sway your judgement."),
    ),
    Norm("N053", "V ¶1", OBLIGATION, EVERYBODY, _("Tell the CEO of anything that is, or looks like, a conflict.")),
    Norm("N054", "V ¶2", DEFINITION, IN_CHARGE, _("Six kinds of situation are clear conflicts.")),
    Norm("N055", "V ¶2(1)", DEFINITION, IN_CHARGE, _("A significant share in a supplier or customer.")),
    Norm("N056", "V ¶2(2)", DEFINITION, IN_CHARGE, _("Work or advice for a customer, supplier or competitor.")),
    Norm("N057", "V ¶2(3)", DEFINITION, IN_CHARGE, _("Another activity that takes time or attention away.")),
    Norm("N058", "V ¶2(4)", DEFINITION, IN_CHARGE, _("Gifts that are more than small, or too much entertainment.")),
    Norm("N059", "V ¶2(5)", DEFINITION, IN_CHARGE, _("A say over the work, pay or rating of close family.")),
    Norm(
        "N060",
        "V ¶2(6)",
        DEFINITION,
        IN_CHARGE,
        _("Selling to the company or buying from it on terms others do not get."),
    ),
    Norm(
        "N061",
        "V ¶3",
        OBLIGATION,
        IN_CHARGE,
        _("When such a situation is material, talk to the CEO about it."),
        soft=True,
    ),
    Norm(
        "N062",
        "VI ¶1",
        PROHIBITION,
        EVERYBODY,
        _("Nothing of value for officials to gain favour, directly or through others."),
    ),
    Norm(
        "N063",
        "VI ¶1",
        STATEMENT,
        NOBODY,
        _("Many countries forbid gifts to officials by law."),
        reason=_("A remark on the law of other countries; the ban itself is N062."),
    ),
    Norm(
        "N064",
        "VI ¶1",
        OBLIGATION,
        WITH_OFFICIALS,
        _("In business with officials, avoid even the look of something improper."),
        soft=True,
    ),
    Norm(
        "N065",
        "VII ¶1",
        OBLIGATION,
        COMPANY,
        _("The company guards its own confidential information and that of others."),
    ),
    Norm("N066", "VII ¶1", OBLIGATION, EVERYBODY, _("Keep confidential information to yourself.")),
    Norm(
        "N067",
        "VII ¶1",
        PROHIBITION,
        EVERYBODY,
        _("Pass it on only when the company has authorised it."),
        reason=_("A register of such authorisations is left for later; reports to an authority never need one."),
    ),
    Norm("N068", "VII ¶1", OBLIGATION, EVERYBODY, _("Use it only for the purpose it was given for.")),
    Norm("N069", "VII ¶1", PROHIBITION, EVERYBODY, _("Inside the company, share it only with those who need it.")),
    Norm("N070", "VIII ¶1", OBLIGATION, EVERYBODY, _("Guard the company's assets against loss, damage and theft.")),
    Norm(
        "N071", "VIII ¶1", PROHIBITION, EVERYBODY, _("Use them for the business, or for what the Board has approved.")
    ),
    Norm("N072", "VIII ¶1", POWER, BOARD, _("The Board can approve other uses.")),
    Norm(
        "N073",
        "IX ¶1",
        OBLIGATION,
        EVERYBODY,
        _("Further the company's business."),
        reason=_("A general duty; what breaks it is reported under the paragraph that names it."),
    ),
    Norm("N074", "IX ¶1", PROHIBITION, EVERYBODY, _("Do not take or pass on an opportunity found through your work.")),
    Norm("N075", "IX ¶1", PERMISSION, EVERYBODY, _("Unless the company was offered it first and turned it down.")),
    Norm(
        "N076",
        "IX ¶1",
        PROHIBITION,
        EVERYBODY,
        _("No private gain from the company's property, information or your position."),
        reason=_("It can be named as the paragraph concerned in every report; it needs no form of its own."),
    ),
    Norm("N077", "IX ¶1", PROHIBITION, EVERYBODY, _("Do not compete with the company.")),
    Norm(
        "N078",
        "IX ¶2",
        OBLIGATION,
        EVERYBODY,
        _("Before a use that is not only for the company, talk to the CEO."),
        soft=True,
    ),
    Norm("N079", "X ¶1", PROHIBITION, EVERYBODY, _("No trading on insider information.")),
    Norm("N080", "X ¶1", DEFINITION, NOBODY, _("What counts as insider information, with examples.")),
    Norm("N081", "X ¶1", OBLIGATION, EVERYBODY, _("Treat it like any other confidential information.")),
    Norm("N082", "X ¶1", PROHIBITION, EVERYBODY, _("Tell nobody of it unless the company authorises that.")),
    Norm(
        "N083", "X ¶1", OBLIGATION, EVERYBODY, _("Unsure about a trade? Ask the CEO or the designee first."), soft=True
    ),
    Norm("N084", "X ¶1", POWER, CEO, _("The CEO can name somebody to answer such questions.")),
    Norm(
        "N085",
        "XI ¶1",
        STATEMENT,
        COMPANY,
        _("The company takes its public word seriously."),
        reason=_("A statement of intent; where requests go is said by N086 and N087."),
    ),
    Norm(
        "N086",
        "XI ¶1",
        OBLIGATION,
        ASKED_FROM_OUTSIDE,
        _("Requests from the media go to investor relations."),
        soft=True,
    ),
    Norm(
        "N087",
        "XI ¶1",
        OBLIGATION,
        ASKED_FROM_OUTSIDE,
        _("Requests from authorities go to the legal section."),
        soft=True,
    ),
    Norm(
        "N088", "XII ¶1", OBLIGATION, COMPANY, _("What the company tells the public is full, right, timely and clear.")
    ),
    Norm("N089", "XII ¶1", OBLIGATION, EVERYBODY, _("Records are right, complete, timely and fair.")),
    Norm("N090", "XII ¶2", OBLIGATION, IN_REPORTING, _("Know and follow the controls over financial reports.")),
    Norm(
        "N091",
        "XII ¶2",
        OBLIGATION,
        IN_REPORTING,
        _("Talk to others and take care so that the reports come out right."),
        soft=True,
    ),
    Norm(
        "N092",
        "XII ¶3(1)",
        OBLIGATION,
        IN_REPORTING,
        _("Know the reporting rules and the company's business and finances."),
    ),
    Norm("N093", "XII ¶3(2)", PROHIBITION, IN_REPORTING, _("Never knowingly state what is false about the company.")),
    Norm("N094", "XII ¶3(2)", PROHIBITION, IN_REPORTING, _("Never make others state what is false.")),
    Norm("N095", "XII ¶3(3)", OBLIGATION, IN_REPORTING, _("Read drafts of public reports with a critical eye.")),
    Norm(
        "N096",
        "XIII ¶1",
        OBLIGATION,
        EVERYBODY,
        _("Answer to the shareholders."),
        soft=True,
        reason=_("An attitude, not an act; it can be named as the paragraph concerned in a report."),
    ),
    Norm(
        "N097",
        "XIII ¶1",
        OBLIGATION,
        EVERYBODY,
        _("Try to understand every group that has a stake."),
        soft=True,
        reason=_("An attitude, not an act; it can be named as the paragraph concerned in a report."),
    ),
    Norm(
        "N098",
        "XIII ¶2",
        OBLIGATION,
        EVERYBODY,
        _("Tell the CEO beforehand when your work may harm such a group."),
        soft=True,
    ),
)
NORMS: dict[str, Norm] = {norm.id: norm for norm in TABLE}
