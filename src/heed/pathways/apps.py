"""The room as Django knows it."""

from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    """Ways of working as data, checked before Heed starts."""

    name = "heed.pathways"
    label = "pathways"

    def ready(self) -> None:
        """Check the packs, and enter the doors."""
        from heed.pathways import access, check  # noqa: F401
