from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "heed.referrals"
    label = "referrals"

    def ready(self) -> None:
        from heed.referrals import access  # noqa: F401  the doors are entered at start
