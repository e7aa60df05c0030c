"""The room as Django knows it."""

from django.apps import AppConfig


class BriefingsConfig(AppConfig):
    """Enters the stage's doors at start."""

    name = "heed.briefings"
    label = "briefings"

    def ready(self) -> None:
        """The table of doors is read once."""
        from heed.briefings import access  # noqa: F401
