"""The room as Django knows it."""

from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    """Ways of working as data, checked before Heed starts."""

    name = "heed.pathways"
    label = "pathways"

    def ready(self) -> None:
        """Have the packs checked."""
        from heed.pathways import check  # noqa: F401
