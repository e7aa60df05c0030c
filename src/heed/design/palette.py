"""Which colours stand on which, and how far apart they must be. The values are in ``heed.css``."""

from dataclasses import dataclass

from heed.design.colour import LEGIBLE, VISIBLE


@dataclass(frozen=True)
class Pairing:
    """A colour on a ground, by the names of heed.css, and the least contrast between them."""

    colour: str
    ground: str
    use: str
    least: float = LEGIBLE

    @property
    def css_class(self) -> str:
        """The class that shows the pair in the catalogue."""
        kind = "swatch" if self.least == LEGIBLE else "edge"
        return f"heed-{kind}--{self.colour}-on-{self.ground}"

    @property
    def css_rule(self) -> str:
        """The rule that shows it, in catalogue.css."""
        shown = "color" if self.least == LEGIBLE else "border-color"
        return (
            f".{self.css_class} {{ {shown}: var(--{self.colour}); "
            f"background: var(--{self.ground}); }}"
        )


PALETTE = [
    Pairing("ink", "paper", "text"),
    Pairing("ink", "ground", "text"),
    Pairing("ink", "pine-tint", "the next step"),
    Pairing("ink", "marigold", "the step a case is at"),
    Pairing("ink", "halo", "a link that has the focus"),
    Pairing("ink", "private-tint", "who will read this"),
    Pairing("ink", "soon-tint", "the square of a matrix to look at"),
    Pairing("muted", "paper", "detail"),
    Pairing("muted", "ground", "detail, dates, too soon to say"),
    Pairing("muted", "pine-tint", "detail in the next step"),
    Pairing("pine", "paper", "links"),
    Pairing("pine", "ground", "links"),
    Pairing("pine", "pine-tint", "links in the next step"),
    Pairing("pine", "private-tint", "links in who will read this"),
    Pairing("pine-deep", "paper", "quieter buttons"),
    Pairing("pine-deep", "ground", "a link under the pointer"),
    Pairing("pine-deep", "pine-tint", "a quieter button under the pointer"),
    Pairing("visited", "paper", "links already followed"),
    Pairing("visited", "ground", "links already followed"),
    Pairing("visited", "pine-tint", "links already followed"),
    Pairing("paper", "pine", "buttons"),
    Pairing("paper", "pine-deep", "a button under the pointer"),
    Pairing("paper", "muted", "a button not open yet"),
    Pairing("soon", "soon-tint", "due soon"),
    Pairing("late", "late-tint", "past its date"),
    Pairing("private", "private-tint", "private"),
    Pairing("paper", "restricted", "restricted"),
    Pairing("error", "paper", "what there is to put right"),
    Pairing("error", "ground", "what there is to put right"),
    Pairing("error", "error-tint", "what there is to put right"),
    Pairing("partner", "paper", "the partnership’s name"),
    Pairing("paper", "partner", "the band of a page to read"),
    Pairing("edge", "paper", "the edge of a box", VISIBLE),
    Pairing("edge", "ground", "the edge of a box", VISIBLE),
    Pairing("pine", "paper", "a step that is done", VISIBLE),
    Pairing("ink", "halo", "the ring of the focus", VISIBLE),
    Pairing("halo", "pine", "the halo on a button", VISIBLE),
    Pairing("halo", "restricted", "the halo on restricted", VISIBLE),
]
