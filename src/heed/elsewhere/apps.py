"""The room as Django knows it."""

from django.apps import AppConfig


class ElsewhereConfig(AppConfig):
    """Enters the room's doors at start, and its public words among those a new page is read by."""

    name = "heed.elsewhere"
    label = "elsewhere"

    def ready(self) -> None:
        """The doors, and the titles that stand in public: for the gate, and to be found."""
        from heed.elsewhere import access, finding, queries  # noqa: F401
        from heed.library import beside
        from heed.release import gate

        gate.publishes("elsewhere", queries.PUBLIC)
        beside.answers("elsewhere", finding.titles)
