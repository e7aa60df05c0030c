"""The room as Django knows it."""

from django.apps import AppConfig


class LearningEventsConfig(AppConfig):
    """Enters the doors of this room when Heed starts."""

    name = "heed.learning_events"
    label = "learning_events"

    def ready(self) -> None:
        """Enter the doors."""
        from heed.learning_events import access  # noqa: F401
