from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    name = "heed.correspondence"
    label = "correspondence"

    def ready(self) -> None:
        from heed.correspondence import access  # noqa: F401  the doors are entered at start
