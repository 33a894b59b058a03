"""Every right in the app."""

from enum import StrEnum


class Permission(StrEnum):
    """One that is about a record is Django's own records.<codename>, whatever the kind; the others need no record."""

    REPORT_FILE = "open.file_report"
    DELEGATION_VIEW = "office.view_delegation"
    DELEGATION_DRAFT = "office.draft_delegation"
    RESOLUTION_RECORD = "office.record_resolution"
    RESOLUTION_CONFIRM = "office.confirm_resolution"
    DELEGATION_REVOKE = "office.revoke_delegation"
    DELEGATION_LAPSE = "office.lapse_delegation"
    RECORD_VIEW = "records.view_record"
    RECORD_WORK = "records.work_record"
    RECORD_HAND_ON = "records.hand_on_record"
    RECORD_CONFIRM = "records.confirm_record"
    RECORD_OVERSEE = "records.oversee_record"
    RECORD_HOLD = "records.hold_record"
    RECORD_DISPOSE = "records.dispose_record"
    RECORD_RELEASE = "records.release_record"
    SCHEDULE_CHANGE = "office.change_schedule"
    PERSON_ERASE = "office.erase_person"
    RECORD_CALL_IN = "records.call_in_record"
    WALLS_VIEW = "records.view_walls"
    READ_DETERMINATION = "records.read_determination"
    INQUIRE = "records.inquire_record"
    SIGN_STATEMENT = "records.sign_statement"
    DO_TASK = "records.do_task"
    READ_SEALED = "records.read_sealed"
    READ_IDENTITY = "records.read_identity"
    RECORD_PROTECT = "records.protect_record"
    IDENTITY_CONSENT = "records.consent_identity"
    DESIGNATE = "office.designate_person"
    PROTECTION_VIEW = "office.view_protection"
    DESIGNATION_VIEW = "office.view_designation"
    HR_IMPORT = "office.import_hr_events"

    @property
    def codename(self) -> str:
        return self.value.partition(".")[2]
