from uuid import uuid4

from django.db import models


class SavedView(models.Model):
    """A filter of a desk's queue under a name, for one person. What is behind it is asked anew each time."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    desk = models.CharField(max_length=10)
    name = models.CharField(max_length=30)
    view = models.CharField(max_length=20)
    kind = models.CharField(max_length=20, blank=True)
    stage = models.CharField(max_length=20, blank=True)
    late = models.BooleanField(default=False)
    reference = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "desk", "name"], name="one_view_a_name")]
