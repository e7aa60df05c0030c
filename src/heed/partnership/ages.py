"""Ages as bands, which say enough to learn from and too little to be known by."""

from datetime import date

UNBORN, ADULT = "unborn", "adult"

BANDS: tuple[tuple[int, str], ...] = (
    (1, "under 1 year"),
    (4, "1 to 3 years"),
    (7, "4 to 6 years"),
    (10, "7 to 9 years"),
    (13, "10 to 12 years"),
    (16, "13 to 15 years"),
    (18, "16 to 17 years"),
)


def in_words(held: str) -> str:
    """A band as it stands alone on a page; a band that is not held is not known."""
    words = {"": "Age not known", UNBORN: "Not yet born", ADULT: "18 or over"}
    return words.get(held, held[:1].upper() + held[1:])


def band(years: int) -> str:
    """The band of an age in whole years."""
    return next((words for below, words in BANDS if years < below), ADULT)


def age_on(day: date, born_on: date) -> int:
    """Whole years from birth to ``day``; below 0 when the birth is still to come."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def band_on(day: date, born_on: date | None) -> str:
    """The band on a day, "" when the birth date is not known."""
    if born_on is None:
        return ""
    return UNBORN if born_on > day else band(age_on(day, born_on))
