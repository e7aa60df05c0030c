"""The room as Django knows it."""

from django.apps import AppConfig


class MemoryConfig(AppConfig):
    """What is already known."""

    name = "heed.memory"
    label = "memory"

    def ready(self) -> None:
        from heed.memory import forgetting  # noqa: F401  an entry that goes leaves nothing behind
