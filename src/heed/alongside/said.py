"""What somebody said of a process before it stood in the register. Plain Python."""

from dataclasses import dataclass

from heed.alongside.states import SAID_AS, ProcessKind

LEAD, REFERENCE = 200, 80


@dataclass(frozen=True)
class Said:
    """What a referrer said of one process: the pack's answer, its words, what they know of it."""

    answer: str
    words: str = ""
    lead: str = ""
    their_reference: str = ""
    effect: str = ""

    @property
    def kind(self) -> ProcessKind:
        """What the register calls it."""
        return SAID_AS.get(self.answer, ProcessKind.OTHER)

    @property
    def named(self) -> str:
        """What tells it from others of its kind: its words, where its kind says nothing."""
        return self.words if self.kind == ProcessKind.OTHER else ""

    @property
    def values(self) -> dict[str, str]:
        """What the register takes of it."""
        return {
            "lead": self.lead[:LEAD],
            "their_reference": self.their_reference[:REFERENCE],
            "effect": ". ".join(part for part in (self.named, self.effect) if part),
        }
