"""The room as Django knows it."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Enters the room's doors at start."""

    name = "heed.library"
    label = "library"

    def ready(self) -> None:
        """The table of doors is read once, and the gate told what stands in public here."""
        from heed.library import access, changes  # noqa: F401
        from heed.release import gate

        gate.publishes("library", changes.PUBLIC)
