"""The room as Django knows it."""

from django.apps import AppConfig


class HistoryConfig(AppConfig):
    """Names the room."""

    name = "heed.history"
    label = "history"
