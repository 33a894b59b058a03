from django.db import models


class ContactSession(models.Model):
    """One visit to the desk between Start and Exit. Its contents open only with the visitor's cookie.

    Nothing here leads to a person or a record; an hour after it was last used it is gone.
    """

    place = models.UUIDField(primary_key=True, editable=False)
    sealed = models.BinaryField()
    used_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["used_at"], name="contact_session_idle")]
