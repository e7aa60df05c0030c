"""The room as Django knows it."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """Names the room."""

    name = "heed.papers"
    label = "papers"
