"""The room as Django knows it."""

from django.apps import AppConfig


class ToolkitConfig(AppConfig):
    """Enters the room's doors at start, and its public words among those a new page is read by."""

    name = "heed.toolkit"
    label = "toolkit"

    def ready(self) -> None:
        """The doors, and the words that stand on the shelves."""
        from heed.release import gate
        from heed.toolkit import access, queries  # noqa: F401

        gate.publishes("toolkit", queries.PUBLIC)
