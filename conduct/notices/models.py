from uuid import uuid4

from django.db import models
from django.db.models import Q

from conduct.notices.news import News


class Notice(models.Model):
    """News owed to one person, written with the change that caused it. The inbox is the truth; mail follows."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="notices")
    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, null=True, related_name="notices")
    news = models.CharField(max_length=40)
    owed_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    mail_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["mail_at"], name="notice_to_mail", condition=Q(mailed_at=None)),
            models.Index(fields=["person", "-owed_at"], name="inbox_of_a_person"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(news__in=[n.value for n in News]), name="notice_news_is_known")
        ]
