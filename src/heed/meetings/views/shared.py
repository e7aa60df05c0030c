"""What the pages of a meeting share: addresses, and what each page knows."""

from django.urls import reverse

from heed.meetings import queries
from heed.meetings.models import AgendaItem, Meeting
from heed.partnership.models import Group


def to(name: str, meeting: Meeting, **more: object) -> str:
    """The address of one of a meeting's pages."""
    return reverse(
        f"meetings:{name}",
        kwargs={"partnership": meeting.partnership.slug, "number": meeting.pk, **more},
    )


def to_item(item: AgendaItem) -> str:
    """The address of an item's page, or of the list where it waits for a meeting."""
    if item.meeting is None:
        return reverse("meetings:list", kwargs={"partnership": item.partnership.slug})
    return to("item", item.meeting, item=item.pk)


def about(meeting: Meeting, **more: object) -> dict[str, object]:
    """What every page of one meeting knows."""
    return {
        "meeting": meeting,
        "group": meeting.group,
        "page_marking": queries.way_of_working(meeting.partnership).marking,
        **more,
    }


def to_group(name: str, group: Group, **more: object) -> str:
    """The address of one of a group's pages, or of a page among its partnership's groups."""
    key = {} if "number" in more else {"key": group.key}
    return reverse(
        f"meetings:{name}", kwargs={"partnership": group.partnership.slug, **key, **more}
    )


def about_group(group: Group, **more: object) -> dict[str, object]:
    """What every page of one group knows."""
    return {
        "group": group,
        "page_marking": queries.way_of_working(group.partnership).marking,
        **more,
    }
