"""The room as Django knows it."""

from django.apps import AppConfig


class PartnershipConfig(AppConfig):
    """Enters the doors of this room when Heed starts."""

    name = "heed.partnership"
    label = "partnership"

    def ready(self) -> None:
        """Enter the doors; on each sign-in look for what is held."""
        from django.contrib.auth.signals import user_logged_in

        from heed.partnership import access  # noqa: F401
        from heed.partnership.late_posts import look_for_held_posts
        from heed.partnership.middleware import note_here

        user_logged_in.connect(look_for_held_posts)
        user_logged_in.connect(note_here)
