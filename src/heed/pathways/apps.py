from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    name = "heed.pathways"
    label = "pathways"

    def ready(self) -> None:
        from heed.pathways import check  # noqa: F401
