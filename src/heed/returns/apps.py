"""The room as Django knows it."""

from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    """Enters the doors of this room when Heed starts."""

    name = "heed.returns"
    label = "returns"

    def ready(self) -> None:
        """Enter the doors."""
        from heed.returns import access  # noqa: F401
