from django.apps import AppConfig


class PartnershipConfig(AppConfig):
    name = "heed.partnership"
    label = "partnership"

    def ready(self) -> None:
        from heed.partnership import access  # noqa: F401  the doors are entered at start
