"""The room as Django knows it."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    """Enters the doors of this room when Heed starts."""

    name = "heed.referrals"
    label = "referrals"

    def ready(self) -> None:
        """Enter the doors."""
        from heed.referrals import access  # noqa: F401
