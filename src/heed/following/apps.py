"""The room as Django knows it."""

from django.apps import AppConfig


class FollowingConfig(AppConfig):
    """A room without doors: whoever follows has no account, and proves a mailbox."""

    name = "heed.following"
    label = "following"
