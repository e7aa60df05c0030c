from django.apps import AppConfig


class MemoryConfig(AppConfig):
    name = "heed.memory"
    label = "memory"

    def ready(self) -> None:
        from heed.memory import forgetting  # noqa: F401  an entry that goes leaves nothing behind
