"""What is written to those whose turn it is. Nothing here holds a name or a word of the case."""

from heed.briefings.models import Briefing
from heed.correspondence import operations as correspondence
from heed.partnership.models import Person
from heed.partnership.queries import people_with
from heed.partnership.states import PartKind


def _tell(page: Briefing, people: list[Person], *, by: Person, template: str) -> None:
    for person in people:
        if person != by:
            correspondence.draft(
                page.case.partnership,
                by=by,
                template=f"briefings/email/{template}.txt",
                context={"page": page, "group": page.sign_off_group},
                to=person,
                case=page.case,
                about=f"page:{page.pk}",
            )


def with_group(page: Briefing, *, by: Person) -> None:
    """Tell the chair that the page waits for the group."""
    if page.sign_off_group:
        chairs = people_with(
            page.case.partnership, PartKind.CHAIR, group=page.sign_off_group, case=None
        )
        _tell(page, chairs, by=by, template="with_group")


def change_asked(page: Briefing, *, by: Person) -> None:
    """Tell whoever writes the page that a change was asked for."""
    writers = people_with(page.case.partnership, PartKind.FACILITATOR, case=page.case)
    _tell(page, writers, by=by, template="change_asked")


def released(page: Briefing, *, by: Person) -> None:
    """Tell whoever wrote the page that it is in the library."""
    writers = people_with(page.case.partnership, PartKind.FACILITATOR, case=page.case)
    _tell(page, writers, by=by, template="released")
