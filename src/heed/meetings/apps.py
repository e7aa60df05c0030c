"""The room as Django knows it."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Enters the doors of this room when Heed starts."""

    name = "heed.meetings"
    label = "meetings"

    def ready(self) -> None:
        """Enter the doors."""
        from heed.meetings import access  # noqa: F401
