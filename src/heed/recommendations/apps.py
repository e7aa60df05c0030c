"""The room as Django knows it."""

from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    """Enters the doors of this room when Heed starts, and tells memory who finds what."""

    name = "heed.recommendations"
    label = "recommendations"

    def ready(self) -> None:
        """Enter the doors, and whom memory may tell of a recommendation."""
        from heed.memory.access import found_by
        from heed.memory.models import Kind
        from heed.recommendations import access

        found_by(Kind.RECOMMENDATION, access.remembered)
