"""The room as Django knows it."""

from django.apps import AppConfig


class PartnershipConfig(AppConfig):
    """Enters the doors of this room when Heed starts."""

    name = "heed.partnership"
    label = "partnership"

    def ready(self) -> None:
        """Enter the doors."""
        from heed.partnership import access  # noqa: F401
