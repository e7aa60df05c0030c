"""Named reads of a case's dates. The person comes first."""

from dataclasses import dataclass

from heed import clock
from heed.decisions.models import Pause
from heed.decisions.since import Dates, pauses, three_dates
from heed.meetings.access import personal_interests
from heed.partnership.models import Case, Partnership, Person
from heed.reviews.access import readable
from heed.reviews.models import Review, Target


@dataclass(frozen=True)
class CaseDates:
    """Everything that a case's page of dates shows."""

    three: Dates
    targets: tuple[Target, ...]
    pauses: tuple[Pause, ...]

    @property
    def on_hold(self) -> bool:
        """Whether a pause is in force."""
        return any(one.in_force for one in self.pauses)


def of_case(case: Case) -> CaseDates:
    """The three days, targets and deadlines, and pauses of a case. Ask access first."""
    review = Review.objects.filter(case=case).first()
    return CaseDates(
        three=three_dates(case),
        targets=tuple(review.targets.all()) if review else (),
        pauses=pauses(case),
    )


def target(person: Person, partnership: str, reference: str, number: int) -> Target:
    """One date of a review, for somebody who may read the review."""
    return Target.objects.select_related("review__case__partnership", "review__case__incident").get(
        review__in=readable(person),
        review__case__partnership__slug=partnership,
        review__case__reference__iexact=reference,
        pk=number,
    )


def pause(person: Person, partnership: str, reference: str, number: int) -> Pause:
    """One pause of a case, for somebody who may know of the case."""
    return Pause.objects.select_related("case__partnership", "case__pack_version", "process").get(
        case__in=Case.objects.visible_to(person),
        case__partnership__slug=partnership,
        case__reference__iexact=reference,
        pk=number,
    )


def past(person: Person, partnership: Partnership) -> list[Target]:
    """Days that law set, that are past, and for which nobody has said why."""
    return list(
        Target.objects.filter(
            review__in=readable(person),
            review__case__partnership=partnership,
            deadline=True,
            met_on=None,
            late_because="",
            due__lt=clock.today(),
        )
        .exclude(review__case_id__in=personal_interests(person))
        .select_related("review__case__partnership")
        .order_by("due")
    )
