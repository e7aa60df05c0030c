"""The room as Django knows it."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """Enters the doors of this room when Heed starts."""

    name = "heed.decisions"
    label = "decisions"

    def ready(self) -> None:
        """Enter the doors."""
        from heed.decisions import access  # noqa: F401
