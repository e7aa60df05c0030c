"""The room as Django knows it."""

from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    """Enters the doors of this room when Heed starts."""

    name = "heed.recommendations"
    label = "recommendations"

    def ready(self) -> None:
        """Enter the doors."""
        from heed.recommendations import access  # noqa: F401
