from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "heed.history"
    label = "history"
