"""The room as Django knows it."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Enters the doors of this room when Heed starts."""

    name = "heed.reviews"
    label = "reviews"

    def ready(self) -> None:
        """Enter the doors."""
        from heed.reviews import access  # noqa: F401
