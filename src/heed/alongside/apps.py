"""The room as Django knows it."""

from django.apps import AppConfig


class AlongsideConfig(AppConfig):
    """Enters the doors of this room when Heed starts."""

    name = "heed.alongside"
    label = "alongside"

    def ready(self) -> None:
        """Enter the doors."""
        from heed.alongside import access  # noqa: F401
