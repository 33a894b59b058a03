"""News: owed with the change, mailed afterwards by a real mail server, saying nothing."""

import socket
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller

from conduct.access import wall
from conduct.notices import mail
from conduct.notices.models import Notice
from conduct.notices.news import SENTENCES, News
from conduct.notices.queries import inbox
from conduct.notices.services import mail_at, mark_read
from conduct.notices.tasks import deliver
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class Box:
    """What a mail server was handed, and whether it is in a mood to take it."""

    def __init__(self):
        self.messages, self.answer = [], "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.answer.startswith("250"):
            self.messages.append((envelope.rcpt_tos, envelope.content.decode()))
        return self.answer


@pytest.fixture
def mail_server(settings):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    box = Box()
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield box
    server.stop()


@pytest.fixture
def owed(filed, now):
    case = filed("officer1")
    Notice.objects.update(mail_at=now, owed_at=now)
    return case


def test_what_is_owed_is_mailed_once_to_each_and_says_nothing(owed, mail_server):
    assert deliver() == 4  # three statutory auditors, and the CEO's notice without content
    assert deliver() == 0
    to = sorted(address for addresses, _ in mail_server.messages for address in addresses)
    assert to == ["auditor1@example.test", "auditor2@example.test", "auditor3@example.test", "ceo@example.test"]
    for _, text in mail_server.messages:
        assert "Subject: Company portal: something is waiting for you" in text
        assert "Auto-Submitted: auto-generated" in text
        assert owed.record.reference not in text and "officer" not in text.lower()


def test_several_news_are_one_mail(filed, now, mail_server):
    filed("officer1"), filed("officer1")
    Notice.objects.update(mail_at=now)

    deliver()

    assert len([to for to, _ in mail_server.messages if to == ["auditor1@example.test"]]) == 1


@pytest.mark.parametrize("answer", ["451 later", "554 never"])
def test_a_server_that_refuses_is_asked_again_later_and_nothing_is_lost(owed, mail_server, answer, now):
    mail_server.answer = answer

    assert deliver() == 0

    waiting = Notice.objects.filter(mailed_at=None)
    assert waiting.count() == 4 and {notice.tries for notice in waiting} == {1}
    assert inbox(waiting.first().person, now=now).exists()
    mail_server.answer = "250 OK"
    waiting.update(mail_at=now)
    assert deliver() == 4


def test_the_same_news_carries_the_same_message_id(owed):
    notice = Notice.objects.first()

    first, second = (mail.news_mail(notice.person, notice).message()["Message-ID"] for _ in range(2))

    assert first == second


def test_mail_waits_for_the_half_hour_unless_it_is_urgent(now):
    assert mail_at(News.TIME_PASSED, now) == now
    later = mail_at(News.RECORD_ARRIVED, now + timedelta(minutes=7))
    assert now + timedelta(minutes=30) <= later <= now + timedelta(minutes=39)


def test_whoever_is_shut_out_later_finds_no_trace_in_the_inbox_and_gets_no_mail(owed, staff, now, mail_server):
    auditor = staff.person("auditor2")
    place = vault.reserve()
    wall.raise_wall(owed.record, [auditor], reason=place, now=now)
    vault.seal(owed.record, Sealed.WALL_REASON, "x", place=place, now=now)

    deliver()

    assert not inbox(auditor, now=now).exists()
    assert ["auditor2@example.test"] not in [to for to, _ in mail_server.messages]


def test_whoever_wants_no_mail_finds_it_in_the_inbox(owed, staff, now, mail_server):
    staff.person("auditor1").__class__.objects.filter(username="auditor1").update(mail_wanted=False)

    deliver()

    assert ["auditor1@example.test"] not in [to for to, _ in mail_server.messages]
    assert inbox(staff.person("auditor1"), now=now).exists()


def test_reading_the_inbox_is_marked(owed, staff, now):
    mark_read(staff.person("auditor1"), now=now)

    assert not Notice.objects.filter(person__username="auditor1", read_at=None).exists()


def test_the_notice_without_content_does_not_tell_the_minute_of_the_report(filed, staff, now):
    filed("officer1")
    ceo, filed_at = staff.person("ceo"), Notice.objects.get(person__username="auditor1").owed_at

    assert not inbox(ceo, now=now).exists()
    mark_read(ceo, now=now)
    told = inbox(ceo, now=now + timedelta(minutes=39)).get()

    assert told.news == News.HANDED_ON_FOR_YOU and told.read_at is None
    assert told.owed_at == told.mail_at >= filed_at + timedelta(minutes=30)


def test_every_news_has_a_sentence():
    assert set(SENTENCES) == set(News)
