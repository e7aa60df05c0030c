"""An entry that is deleted, by whatever road, leaves neither words nor meaning behind."""

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from heed.memory import index
from heed.memory.models import Entry


@receiver(pre_delete, sender=Entry, dispatch_uid="memory.forget")
def leave_nothing(instance: Entry, **_: Any) -> None:
    """Takes the entry's words out of the index and its meaning out of the vectors."""
    index.drop([instance])
