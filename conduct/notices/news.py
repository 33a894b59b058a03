"""What a notice says in the inbox. Never what a record is about; mail says even less."""

from enum import StrEnum

from conduct.rules.labels import gettext_noop


class News(StrEnum):
    """Why somebody should look."""

    RECORD_ARRIVED = "record_arrived"
    RECORD_RETURNED = "record_returned"
    RECORD_RECEIVED = "record_received"
    HANDED_ON_FOR_YOU = "handed_on_for_you"
    SECOND_PERSON_ASKED = "second_person_asked"
    SECOND_PERSON_ANSWERED = "second_person_answered"
    PASS_ON_ASKED = "pass_on_asked"
    TIME_HALF_GONE = "time_half_gone"
    TIME_PASSED = "time_passed"
    LATENESS_SHOWN = "lateness_shown"
    BOUNCED_THRICE = "bounced_thrice"
    DELEGATION_ASKED = "delegation_asked"
    DELEGATION_RECORDED = "delegation_recorded"
    DELEGATION_AUTHORISED = "delegation_authorised"
    DELEGATION_REVOKED = "delegation_revoked"
    DELEGATION_LAPSED = "delegation_lapsed"
    RECORDS_DUE_TO_GO = "records_due_to_go"
    RELEASE_ASKED = "release_asked"
    QUESTION_ANSWERED = "question_answered"
    ANSWER_LAPSED = "answer_lapsed"
    ASKED_AGAIN = "asked_again"
    WORDING_ASKED = "wording_asked"
    WORDING_DECIDED = "wording_decided"
    PROTECTION_ALERT = "protection_alert"
    CHECK_IN_TOLD = "check_in_told"
    NAME_ASKED = "name_asked"
    NAME_ANSWERED = "name_answered"
    STATEMENT_ASKED = "statement_asked"
    TASK_GIVEN = "task_given"
    TASK_DUE_SOON = "task_due_soon"
    TASK_OVERDUE = "task_overdue"
    TASK_DONE = "task_done"


SENTENCES = {
    News.RECORD_ARRIVED: gettext_noop("Something new is on your desk."),
    News.RECORD_RETURNED: gettext_noop("Something you handed on came back to you."),
    News.RECORD_RECEIVED: gettext_noop("Something you handed on was received."),
    News.HANDED_ON_FOR_YOU: gettext_noop(
        "A matter that is not yours to decide was handed on to the Statutory Auditors in your name. "
        "You need do nothing."
    ),
    News.SECOND_PERSON_ASKED: gettext_noop("You are asked to confirm a decision as second person."),
    News.SECOND_PERSON_ANSWERED: gettext_noop("The second person has answered."),
    News.PASS_ON_ASKED: gettext_noop("Somebody asks you to pass something on."),
    News.TIME_HALF_GONE: gettext_noop("Half of the time for something on your desk is gone."),
    News.TIME_PASSED: gettext_noop("The time for something passed."),
    News.LATENESS_SHOWN: gettext_noop("Something was not done in time. Please look at the oversight page."),
    News.BOUNCED_THRICE: gettext_noop("A matter has gone back and forth three times. Please settle whose it is."),
    News.DELEGATION_ASKED: gettext_noop("The CEO asks the Board to authorise a delegation."),
    News.DELEGATION_RECORDED: gettext_noop(
        "The Board's resolution about a delegation is recorded. It waits for a director to confirm it."
    ),
    News.DELEGATION_AUTHORISED: gettext_noop("A delegation of the CEO's authority is authorised."),
    News.DELEGATION_REVOKED: gettext_noop("A delegation of the CEO's authority was taken back."),
    News.DELEGATION_LAPSED: gettext_noop("A delegation of the CEO's authority has lapsed by itself."),
    News.RECORDS_DUE_TO_GO: gettext_noop(
        "The time of finished records ends within 60 days. Nothing goes before two people have agreed."
    ),
    News.RELEASE_ASKED: gettext_noop(
        "You are asked as second person about a legal hold or about records whose time has ended."
    ),
    News.QUESTION_ANSWERED: gettext_noop("Something you asked has been looked at. Please read it."),
    News.ANSWER_LAPSED: gettext_noop("An answer that you were given no longer holds. Please read why."),
    News.ASKED_AGAIN: gettext_noop("A question on your desk was asked again."),
    News.WORDING_ASKED: gettext_noop("You are asked to approve a public wording as second person."),
    News.WORDING_DECIDED: gettext_noop("The second person has decided about a public wording."),
    News.PROTECTION_ALERT: gettext_noop("Something may be retaliation. Please look at the protection page."),
    News.CHECK_IN_TOLD: gettext_noop(
        "Somebody answered a check-in and wants it read. Please look at the protection page."
    ),
    News.NAME_ASKED: gettext_noop("You are asked as second person whether a name is shown."),
    News.NAME_ANSWERED: gettext_noop("Your request to know a name was answered."),
    News.STATEMENT_ASKED: gettext_noop("You are asked to help. Please look at your tasks."),
    News.TASK_GIVEN: gettext_noop("You have a new task."),
    News.TASK_DUE_SOON: gettext_noop("Half of the time for a task of yours is gone."),
    News.TASK_OVERDUE: gettext_noop("A task was not done in time."),
    News.TASK_DONE: gettext_noop("A task that you gave is done."),
}
OF_PROTECTION = frozenset({News.PROTECTION_ALERT, News.CHECK_IN_TOLD})
OF_CUSTODY = frozenset({News.NAME_ASKED})
URGENT = frozenset({News.TIME_PASSED, News.LATENESS_SHOWN, News.PROTECTION_ALERT})
OF_DELEGATIONS = frozenset(news for news in News if news.value.startswith("delegation_"))
WITHOUT_LINK = frozenset({News.HANDED_ON_FOR_YOU})
