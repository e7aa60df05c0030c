# ruff: noqa: E501
"""Exact dates, birth dates (in figures and in words) and exact ages.

A month with a year is not a hit by itself: `jigsaw` weighs it with place, age and event. Ranges of
ages ("aged 11 to 15", "under 5s") are what we advise, and are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from heed.wording import lexicon
from heed.wording.found import Found
from heed.wording.shapes import Kind
from heed.wording.text import Text
from heed.wording.word_classes import Class, class_of

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3}(?:the\s{1,3})?)"
_YEAR = r"(?:(?:19|20)\d\d|'\d\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINALS = (
    r"(?:twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[- ]first|thirtieth"
    r"|twentieth|(?:thir|four|fif|six|seven|eigh|nine)teenth|eleventh|twelfth|tenth|first|second|third|fourth"
    r"|fifth|sixth|seventh|eighth|ninth)"
)
_YEAR_WORDS = (
    r"(?:(?:,?\s{1,3}(?:in\s{1,3})?)(?:two\s{1,3}thousand(?:\s{1,3}and)?(?:\s{1,3}[a-z]{3,9}(?:[- ][a-z]{3,5})?)?"
    r"|(?:nineteen|twenty)[- ][a-z]{3,9}(?:[- ][a-z]{3,5})?))"
)
_LITTLE = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"

_PATTERNS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # 14 March 2024, Tues 14th of March, 14-Mar-24
        rf"\b(?:the\s{{1,3}})?{_WEEKDAY}?{_DAY}(?:st|nd|rd|th)?(?:\s{{1,3}}of)?[\s\-./]{{0,3}}{MONTH}\b\.?"
        rf"(?:,?[\s\-./]{{0,3}}(?:{_YEAR}|\d\d(?!\d|[:.,]\d|\s*(?:am|pm|hrs|hours|%))))?",
        # March 14th, 2024
        rf"\b{_WEEKDAY}?{MONTH}\.?\s{{1,3}}(?:the\s{{1,3}})?{_DAY}(?:st|nd|rd|th)?\b(?![\d:%])(?:,?\s{{1,3}}{_YEAR})?",
        # the fourteenth of March two thousand and nine; March the fourteenth
        rf"\b(?:the\s{{1,3}})?{_WEEKDAY}?(?:the\s{{1,3}})?{_ORDINALS}\s{{1,3}}(?:day\s{{1,3}})?(?:of\s{{1,3}})?{MONTH}\b"
        rf"(?:{_YEAR_WORDS}|,?\s{{1,3}}{_YEAR})?",
        rf"\b{MONTH}\s{{1,3}}(?:the\s{{1,3}})?{_ORDINALS}\b(?:{_YEAR_WORDS}|,?\s{{1,3}}{_YEAR})?",
        # 14/03/2024, 14.3.24, 14-03-2024, 2024-03-14
        rf"(?<![\d/.\-£]){_DAY}(\s?[/.\-]\s?)(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d\d|\d\d)(?![\d/]|[.\-]\d)",
        r"(?<![\d/.\-])(?:19|20)\d\d([/.\-])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?![\d/])",
        # 14/3 with a cue before it
        rf"(?:(?<=\bon\s)|(?<=\bnote\s)|(?<=\bof\s)|(?<=\bdated\s)|(?<=\bvisit\s)|(?<=\bHV\s)|(?<=\bTC\s)|(?<=\bcall\s)|(?<=\bsince\s)|(?<=\bfrom\s)|(?<=\bseen\s)|(?<=\bby\s)){_DAY}[/.](?:0?[1-9]|1[0-2])(?![\d/%]|\.\d)(?!\s?(?:per|%|of))",
        # a named day of one year
        rf"\b(?:christmas\s{{1,3}}(?:day|eve)|boxing\s{{1,3}}day|new\s{{1,3}}year'?s\s{{1,3}}(?:day|eve)|good\s{{1,3}}friday"
        rf"|easter\s{{1,3}}(?:sunday|monday)|halloween|bonfire\s{{1,3}}night|valentine'?s\s{{1,3}}day|mother'?s\s{{1,3}}day"
        rf"|eid(?:[ \-]al[ \-](?:fitr|adha))?|diwali|vaisakhi|hanukkah|rosh\s{{1,3}}hashanah)(?:,?\s{{1,3}}(?:in\s{{1,3}}|of\s{{1,3}})?{_YEAR})",
        r"\b(?:christmas|boxing|new\s{1,3}year'?s)\s{1,3}(?:day|eve)\b",
    )
)
_BIRTH = re.compile(
    r"\b(?:born|birth|birthday|birthdate|d\.?\s?o\.?\s?b\.?|due\s+date|EDD|delivered)\b[^.\n]{0,30}$",
    re.I,
)
_PUBLIC = re.compile(
    r"\b(?:published|updated|guidance|in\s+force|came\s+into|commenc\w+|royal\s+assent|edition|version|revised|act|regulations"
    r"|next\s+review|review\s+date|to\s+be\s+reviewed|statutory)\b[^.\n;]{0,24}$",
    re.I,
)
_BORN_LOOSE = re.compile(
    rf"\b(?:born|d\.?o\.?b\.?|date\s+of\s+birth)\b\s{{0,3}}(?:is|was|in|on|:|-)?\s{{0,3}}((?:{MONTH}\s{{1,3}})?{_YEAR})\b",
    re.I,
)

_COUNT = (
    r"(?:\d{1,3}(?:\s?½|\.5)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty)(?:[- ]\w{3,5})?)"
    r"(?:\s{1,3}and\s{1,3}a\s{1,3}half)?)"
)
_UNIT = r"(?:years?|yrs?|months?|mths?|weeks?|wks?|days?|hours?)"
_RANGE_BEFORE = re.compile(
    r"(?:\b(?:under|over|below|above|between|from|to|and|or|least|than|until|up\s+to|by|before|after|every|within|for|last"
    r"|aged?\s+(?:over|under))\s+(?:the\s+ages?\s+of\s+)?|\d\s?(?:-|to)\s?)$",
    re.I,
)
_RANGE_AFTER = re.compile(
    r"\s?(?:-\s?\d|\+|to\s+\d|to\s+\w+teen\b|and\s+(?:over|under|above|below|older|younger|up)|or\s+(?:over|under|older|younger|above|below|more)"
    r"|and\s+\d{1,2}\b|plus\b|years?\s+(?:and|or)\s+(?:over|under|older))",
    re.I,
)
_MILESTONE = re.compile(
    r"[\s\-]{1,2}(?:health\s|developmental\s|development\s)?(?:checks?|reviews?|assessments?|funding|offer|entitlement|places?|appointments?|jabs?|immunisations?)\b",
    re.I,
)
_SAID_OF_SOMEONE = re.compile(r"(?:he|she|they|who) (?:was|is|were)", re.I)
_SUBJECT = re.compile(r"(?:\w+\s)?(?:is|was|were|had|has|just|turned|turns|turning)\s", re.I)
_AT_AN_AGE = re.compile(r"\bat\s+(?:the\s+)?(?:ages?\s+of\s+)?$|\bat\s*$", re.I)
_IN_GENERAL = re.compile(
    r"\b(?:a|any|each|every|no)\s(?:child|baby|boy|girl|toddler|teenager|infant|person)\s(?:is|was|turns?|reaches)\s",
    re.I,
)
_SOMEONES = re.compile(r"\b(?:he|she|his|her|him)\b", re.I)
_BY_AN_AGE = re.compile(r"\b(?:by|before|until|after)\s+(?:the\s+)?ages?\s+of\s+$", re.I)
_AGES: tuple[re.Pattern[str], ...] = (
    # 7-year-old, seven year old, 6 weeks old
    re.compile(
        rf"\b({_COUNT})[\s\-]{{0,2}}{_UNIT}[\s\-]{{1,2}}(?:of[\s\-]age|olds?)\b(?P<plural>s)?", re.I
    ),
    # aged 7, age of seven, ages 3 and 5
    re.compile(
        rf"\b(?:aged|age|ages)\s{{0,3}}(?::|of|is|was|just|only|about|around)?\s{{0,3}}({_COUNT})\b"
        rf"(?:\s{{1,3}}(?:years?|months?|weeks?|days?)\b(?:\s{{1,3}}(?:and\s{{1,3}})?{_COUNT}\s{{1,3}}(?:months?|weeks?|days?)\b)?)?",
        re.I,
    ),
    # 7yo, 7 y/o, 7yrs, 14F
    re.compile(r"\b(\d{1,2})\s?(?:yo|y/o|y\.o\.|yr\s?old)\b", re.I),
    re.compile(r"(?<![\w/.\-])(\d{1,2})\s?[MF](?=[\s,;)])"),
    # she is seven, he was 11 at the time, turned 16
    re.compile(
        rf"\b(?:he|she|they|who|child|girl|boy|son|daughter|brother|sister|sibling|baby|mother|father|mum|dad)\s{{1,3}}"
        rf"(?:is|was|were|had\s+just\s+turned|turned|turns|turning|has\s+just\s+turned|just\s+turned|had\s+turned)\s{{1,3}}(?:now\s{{1,3}}|only\s{{1,3}}|just\s{{1,3}}|then\s{{1,3}})?"
        rf"({_COUNT})\b(?!\s{{0,2}}(?:weeks?|months?|days?|hours?|minutes?|times|miles|stone|kg|cm|%|per|of\s+the|pounds))"
        rf"(?=\s*(?:[.,;:)]|$|at\b|when\b|and\b|years?\b|but\b|in\b|on\b|last\b|this\b|that\b|he\b|she\b|they\b|it\b|his\b|her\b|the\b|so\b|then\b))",
        re.I,
    ),
    re.compile(
        rf"\b(?:was|is|were)\s(?:only\s|just\s|still\s)?({_COUNT})\s(?=when\b|at\sthe\stime\b)",
        re.I,
    ),
    # a boy of six, a girl (12), his brother, 9,
    re.compile(
        rf"\b(?:boy|girl|child|baby|toddler|son|daughter|brother|sister|teenager|infant|mother|father|cousin)\s{{1,3}}of\s{{1,3}}({_COUNT})\b(?!\s(?:the|these|those|them))",
        re.I,
    ),
    re.compile(
        r"(?<=[a-z])\s?\((?:aged\s)?(\d{1,2})(?:\s?(?:years?|yrs?|months?|mths?|weeks?))?\)", re.I
    ),
    re.compile(r"(?<=[a-z]),\s(\d{1,2})(?:,(?=\s[a-z])|(?=\)))"),
    # her 16th birthday
    re.compile(rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)|{_ORDINALS})\s{{1,3}}birthday\b", re.I),
    # Year 9, Reception class
    re.compile(
        r"\b(?:in|into|a|the|their|her|his|current|of)\s+(year\s+(?:1[0-3]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen))\b(?!\s+(?:of|olds?))",
        re.I,
    ),
    re.compile(r"\b(Y(?:1[0-3]|[1-9]))\b"),
)


def find(text: Text) -> Iterator[Found]:
    """Exact dates, birth dates and exact ages."""
    yield from _dates(text.plain)
    yield from _ages(text.plain)


def _dates(plain: str) -> Iterator[Found]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(plain):
            start, end = match.start(), match.start() + len(match.group().rstrip(" ,.-\n"))
            before = plain[max(0, start - 48) : start]
            if _BIRTH.search(before) or re.match(
                r"\s*\(?(?:d\.?o\.?b|birthday)", plain[end : end + 12], re.I
            ):
                yield _birth(start, end)
            elif not _PUBLIC.search(before):
                yield Found(
                    start,
                    end,
                    Kind.DATE,
                    "An exact date can be matched with a news report or with what neighbours remember.",
                    _instead(plain, start, match.group()),
                )
    for match in _BORN_LOOSE.finditer(plain):
        yield _birth(match.start(1), match.end(1))


def _birth(start: int, end: int) -> Found:
    return Found(
        start,
        end,
        Kind.BIRTH_DATE,
        "A date of birth picks out one child in a class or a street.",
        "Give a band of ages, such as a child of primary-school age.",
    )


_MONTH_OF_NUMBER = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
)  # fmt: skip
_SEASONS = dict(
    zip(
        _MONTH_OF_NUMBER,
        ["the winter"] * 2
        + ["the spring"] * 3
        + ["the summer"] * 3
        + ["the autumn"] * 3
        + ["the winter"],
        strict=True,
    )
)


def season(date: str) -> str:
    """The season of a date or month, as "the spring"; "that time" where it cannot be told."""
    named = re.search(MONTH, date, re.I)
    month = named.group()[:3].lower() if named else ""
    if not month:
        numbers = [int(part) for part in re.findall(r"\d+", date)]
        if len(numbers) >= 2 and 1 <= numbers[1] <= 12:
            month = _MONTH_OF_NUMBER[numbers[1] - 1]
        elif re.search("christmas|boxing|new year", date, re.I):
            month = "dec"
    return _SEASONS.get(month, "that time")


def _instead(plain: str, start: int, date: str) -> str:
    on = re.search(r"\bon\s$", plain[max(0, start - 3) : start], re.I)
    words = f"a day in {season(date)}" if on else f"in {season(date)}"
    return f'Write "{words}", or say what came before and after.'


_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        start=1,
    )
}


def _ages(plain: str) -> Iterator[Found]:
    for pattern in _AGES:
        for match in pattern.finditer(plain):
            start, end = match.span()
            shown = match.group()
            if match.groupdict().get("plural") or re.search(r"\bolds$", shown, re.I):
                continue
            group = 1 if match.re.groups else 0
            school_year = match.re.groups and re.match(r"year|Y\d", match.group(1) or "", re.I)
            if school_year or shown.startswith((" ", ",", "(")) or _SUBJECT.match(shown):
                start, end = match.span(1)
            inner_start, inner_end = match.span(group) if match.group(group) else match.span()
            before = plain[max(0, inner_start - 24) : inner_start]
            if _IN_GENERAL.search(plain[max(0, start - 24) : end]):
                continue
            of_someone = _BY_AN_AGE.search(before) and _SOMEONES.search(plain[end : end + 60])
            if (
                not of_someone
                and _RANGE_BEFORE.search(before)
                and not _SAID_OF_SOMEONE.search(shown)
                and not _AT_AN_AGE.search(before)
            ):
                continue
            if (
                not of_someone
                and _RANGE_BEFORE.search(plain[max(0, start - 24) : start])
                and re.match("age|the age", shown, re.I)
            ):
                continue
            if plain[start - 1 : start] == "(" and not _of_a_person(plain, start - 1):
                continue
            if _COMING_OF_AGE.search(plain[max(0, start - 30) : end]):
                continue
            if _RANGE_AFTER.match(plain, inner_end) or _MILESTONE.match(plain, end):
                continue
            yield Found(
                start,
                end,
                Kind.AGE,
                "An exact age narrows a class or a street down to very few children.",
                f'Write "{_band(plain, start, end, match.group(group) or shown)}".',
            )


_COMING_OF_AGE = re.compile(
    r"\b(?:the|their|a|each|every|'s)\s(?:1[68]th|sixteenth|eighteenth)\sbirthday", re.I
)


def _of_a_person(plain: str, bracket: int) -> bool:
    """Whether the word before a bracket is a person: Lily (7), her brother (9)."""
    before = re.search(r"([A-Za-z'\-]+)\s?$", plain[max(0, bracket - 24) : bracket])
    if not before:
        return False
    word = before.group(1)
    if word.lower() in lexicon.cue("people"):
        return True
    return word[0].isupper() and class_of(word) in (Class.NAME, Class.UNKNOWN, Class.BOTH)


# For each upper limit in years: before a noun, after a noun, and as a noun.
_BANDS = (
    (1, "baby", "a baby at the time", "baby"),
    (4, "young", "under five", "child under five"),
    (10, "primary-school-age", "of primary-school age", "child of primary-school age"),
    (15, "secondary-school-age", "of secondary-school age", "child of secondary-school age"),
    (17, "teenage", "in the late teens", "older teenager"),
    (200, "adult", "an adult", "adult"),
)
_NOUN_FOLLOWS = re.compile(
    r"\s(?:boy|girl|child|son|daughter|brother|sister|baby|pupil|student|man|woman|mother|father|twins?)\b",
    re.I,
)
_ARTICLE_BEFORE = re.compile(r"\b(?:an?|the|her|his|their|one|another|this|that)\s$", re.I)


def _band(plain: str, start: int, end: int, count: str) -> str:
    """The band of ages that fits where an exact age stands."""
    shown = plain[start:end]
    figures = re.search(r"\d+", count)
    first = re.split(r"[\s\-]", count.strip().lower())[0]
    years = int(figures.group()) if figures else _NUMBER_WORDS.get(first, 20)
    if re.search(r"week|wk|day\b|days|month|mth|hour", shown, re.I) and not re.search(
        r"year|yr|birthday", shown, re.I
    ):
        years = 0 if years < 24 else 2
    if re.match(r"year|y\d", shown, re.I):
        years = int(re.sub(r"\D", "", shown) or _NUMBER_WORDS.get(shown.lower().split()[-1], 5)) + 4
    before_noun, after_noun, noun = next(words for limit, *words in _BANDS if years <= limit)
    if _NOUN_FOLLOWS.match(plain, end):
        return before_noun
    return noun if _ARTICLE_BEFORE.search(plain[max(0, start - 8) : start]) else after_noun
