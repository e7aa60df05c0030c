from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "heed.papers"
    label = "papers"
