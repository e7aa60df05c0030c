"""Whether a colour can be read: WCAG 2.2's relative luminance and contrast. Plain Python."""

import re

LEGIBLE = 4.5  # text against its ground (WCAG 2.2, 1.4.3)
VISIBLE = 3.0  # the edge of something to fill in or press (WCAG 2.2, 1.4.11)
_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def is_colour(text: str) -> bool:
    """Whether ``text`` is a colour as Heed writes them: ``#6d2f4f``."""
    return bool(_HEX.fullmatch(text))


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, from 0 (black) to 1 (white)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def can_lead(colour: str) -> bool:
    """Whether a partnership's colour can be read on white, and white on it."""
    return is_colour(colour) and contrast(colour, "#ffffff") >= LEGIBLE
