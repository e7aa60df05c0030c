"""What the pages of a decision share."""

from django.urls import reverse

from heed.partnership.models import Case


def to(name: str, case: Case, **more: object) -> str:
    """The address of one of a case's pages here."""
    return reverse(
        f"decisions:{name}",
        kwargs={"partnership": case.partnership.slug, "reference": case.reference, **more},
    )
