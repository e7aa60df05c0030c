"""Whom the demonstration offers at sign-in, and what each of them would do today."""

from dataclasses import dataclass

from heed.demo.reading import worlds


@dataclass(frozen=True)
class SignIn:
    """Somebody who can be signed in as: `email` finds the person, the rest is shown."""

    email: str
    name: str
    job: str
    persona: str
    today: str
    partnership: str


def sign_ins() -> tuple[SignIn, ...]:
    """Everybody who is offered, the first partnership's people first."""
    return tuple(
        SignIn(
            email=person.email,
            name=person.name,
            job=person.job,
            persona=person.persona or person.job,
            today=person.today,
            partnership=world.partnership.name,
        )
        for world in worlds()
        for person in world.people
        if person.today
    )
