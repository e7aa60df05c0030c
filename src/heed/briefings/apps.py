"""The room as Django knows it."""

from django.apps import AppConfig


class BriefingsConfig(AppConfig):
    """Enters the stage's doors at start, and its pages among what the gate reads."""

    name = "heed.briefings"
    label = "briefings"

    def ready(self) -> None:
        """The table of doors is read once, and the gate told what stands in public here."""
        from heed.briefings import access, public  # noqa: F401
        from heed.release import gate

        gate.publishes("briefings", public.SOURCE)
