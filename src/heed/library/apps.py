"""The room as Django knows it."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Enters the room's doors at start."""

    name = "heed.library"
    label = "library"

    def ready(self) -> None:
        """The table of doors is read once."""
        from heed.library import access  # noqa: F401
