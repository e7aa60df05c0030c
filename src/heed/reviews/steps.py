"""What is settled before a review begins, and what of it is still to do. Plain Python."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ScopeStep:
    """One page of the scope: ``key`` is its place in the address."""

    key: str
    title: str
    hint: str
    done: bool


def scope_steps(
    *, pseudonyms: bool, period: bool, agencies: int, family: bool, about_somebody: bool
) -> list[ScopeStep]:
    """The pages of a scope, in order."""
    found = [
        ScopeStep(
            "focus", "Focus period and lines of enquiry", "What we want to understand", period
        ),
        ScopeStep("agencies", "Agencies and their contacts", "Who is asked in", agencies > 0),
        ScopeStep("family", "The child and family", "How they can take part", family),
    ]
    if about_somebody:
        found.insert(
            0,
            ScopeStep(
                "known-as", "A name for the review", "It stands for the real one", pseudonyms
            ),
        )
    return found
