"""The few ways in which Heed says no. Each carries a sentence fit to show to the person."""

from typing import Any


class Refusal(Exception):
    """Heed will not do this; ``sentence`` says why and, where it can, how to put it right."""

    status = 403
    screen = "refused"

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotAllowed(Refusal):
    """This person may not do this (403)."""


class NotNow(Refusal):
    """It cannot be done in the state that the thing is in (409)."""

    status = 409
    screen = "not-now"


class OutOfDate(Refusal):
    """Somebody changed it since this person opened it (409). ``current`` is how it stands now."""

    status = 409
    screen = "out-of-date"

    def __init__(self, sentence: str, current: Any = None) -> None:
        super().__init__(sentence)
        self.current = current


class TooOften(Refusal):
    """It was tried more often than a person would; ``sentence`` says when to try again (429)."""

    status = 429
    screen = "too-often"
