"""The room as Django knows it."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """Enters the doors of this room when Heed starts."""

    name = "heed.casework"
    label = "casework"

    def ready(self) -> None:
        """Enter the doors."""
        from heed.casework import access  # noqa: F401
