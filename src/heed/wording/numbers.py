# ruff: noqa: E501
"""Structured identifiers: numbers and references that stand for one person, address or machine.

Shapes are those that the NHS, the Department for Education, HMRC, DVLA, Royal Mail, the courts and
the police publish; check digits are reckoned where there are any. A number that is called by its
name in the text ("NHS number ...") is found even when its check digit is wrong: it may be mistyped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers
from stdnum.gb import nhs, upn

from heed.wording import lexicon
from heed.wording.found import Found
from heed.wording.references import references
from heed.wording.shapes import Kind
from heed.wording.text import Text

_DROP = "Leave it out."


def find(text: Text) -> Iterator[Found]:
    """Every structured identifier in the text. Spans of different sorts may overlap."""
    plain = text.plain
    yield from _emails(plain)
    yield from _urls(plain)
    yield from _handles(plain)
    if any(character.isdigit() for character in plain):
        yield from _nhs_numbers(plain)
        yield from _pupil_numbers(plain)
        yield from _simple_numbers(plain)
        yield from _phones(plain)
        yield from _postcodes(plain)
        yield from _vehicles(plain)
        yield from references(plain)


# -- email, web, handles -------------------------------------------------------------------------

_LOCAL = re.compile(r"[\w.+'\-]{1,64}$")
_DOMAIN = re.compile(r"[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,6}")
_SPELT_EMAIL = re.compile(
    r"\b[\w.+\-]{1,64}\s?[\[(]?\s?\bat\b\s?[\])]?\s?[\w\-]{2,63}"
    r"(?:\s?[\[(]?\s?\bdot\b\s?[\])]?\s?\w{2,20}){1,4}",
    re.I,
)
_URL = re.compile(r"\b(?:https?://|www\.)[^\s<>\"')\]]{2,500}", re.I)
_BARE_DOMAIN = re.compile(
    r"(?<![@\w.\-])[a-z0-9\-]{1,63}(?:\.[a-z0-9\-]{1,63}){0,4}"
    r"\.(?:co\.uk|org\.uk|gov\.uk|nhs\.uk|sch\.uk|ac\.uk|police\.uk|uk|com|org|net|info|co|io|me|tv|ly"
    r"|gg|ie)\b(?:/[^\s<>\"')\]]{0,300})?",
    re.I,
)
_HANDLE = re.compile(r"(?<![\w.@])@[A-Za-z_][\w.]{1,30}\b")
_NETWORKS = (
    r"(?:instagram|insta|snapchat|snap|tiktok|tik tok|facebook|twitter|discord|roblox|xbox|whatsapp"
    r"|telegram|youtube|twitch|kik|gamer\s?tag|user\s?name|screen\s?name|online\s+name|handle)"
)
_CALLED_HANDLE = re.compile(
    rf"\b{_NETWORKS}(?:\s+(?:account|handle|name|profile|user|id|page|channel))?"
    r"(?:\s+(?:is|was|as|called|under|of))?\s?[:\-]?\s?[\"']?"
    r"([A-Za-z][\w.\-]{2,30})",
    re.I,
)


_NETWORK = re.compile(
    rf"\b{_NETWORKS}\b|\b(?:account|online|profile|app|gaming|game|username|follow(?:s|ed|ers?)?|dm|messag\w+)\b",
    re.I,
)
_MADE_UP = re.compile(
    r"(?<![\w@./\-])(?:[A-Za-z]{3,20}\d{2,4}|[A-Za-z]{2,20}(?:_[A-Za-z0-9]{1,20}){1,3}|[a-z]{2,20}\.[a-z]{1,12}\d{1,4}|[a-z]{3,20}\d|[Xx]{1,2}_?[A-Za-z]{3,20}_?[Xx]{1,2})(?![\w@/\-])"
)


def _emails(plain: str) -> Iterator[Found]:
    why = "An email address leads to one person or to their place of work."
    suggest = "Name the agency's public contact page instead."
    at = plain.find("@")
    while at != -1:
        before = _LOCAL.search(plain, max(0, at - 64), at)
        after = _DOMAIN.match(plain, at + 1)
        if before and after:
            end = after.start() + len(after.group().rstrip(".-_"))
            start = before.start() + len(before.group()) - len(before.group().lstrip("'.-+"))
            yield Found(start, end, Kind.EMAIL, why, suggest)
        at = plain.find("@", at + 1)
    if re.search(r"\bdot\b", plain, re.I):
        for match in _SPELT_EMAIL.finditer(plain):
            yield Found(match.start(), match.end(), Kind.EMAIL, why, suggest)


def _urls(plain: str) -> Iterator[Found]:
    why = "An address on the web can lead to a person, a school or a news report."
    suggest = "Describe the source in words, or link only to national guidance."
    for pattern in (_URL, _BARE_DOMAIN):
        if pattern is _BARE_DOMAIN and "." not in plain:
            return
        for match in pattern.finditer(plain):
            end = match.start() + len(match.group().rstrip(".,;:!?"))
            yield Found(match.start(), end, Kind.URL, why, suggest)


def _handles(plain: str) -> Iterator[Found]:
    why = "A name used online can be searched for in seconds."
    suggest = 'Write "an online account".'
    for match in _HANDLE.finditer(plain):
        yield Found(match.start(), match.end(), Kind.HANDLE, why, suggest)
    for match in _CALLED_HANDLE.finditer(plain):
        name = match.group(1)
        if re.search(r"\d|_|[a-z]\.[a-z]|[a-z][A-Z]", name):
            end = match.start(1) + len(name.rstrip(".-"))
            yield Found(match.start(1), end, Kind.HANDLE, why, suggest)
    for match in _MADE_UP.finditer(plain):
        around = plain[max(0, match.start() - 70) : match.end() + 70]
        letters = re.match(r"[A-Za-z]+", match.group())
        if (
            "_" in match.group()
            or _NETWORK.search(around)
            or (letters and len(letters.group()) > 4 and not lexicon.is_ordinary(letters.group()))
        ):
            yield Found(*match.span(), Kind.HANDLE, why, suggest)


# -- health, school, tax ---------------------------------------------------------------------------

_TEN_DIGITS = re.compile(r"(?<![\d+])\d{3}[ \-.]?\d{3}[ \-.]?\d{4}(?![\d])")
_CALLED_NHS = re.compile(
    r"\bNHS\s*(?:number|no\.?|num|id|#)?\s*(?:is|was|:|-|=|#)?\s*(\d[\d \-.]{7,13}\d)", re.I
)
_UPN = re.compile(r"\b[A-Z] ?\d{3} ?\d{4} ?\d{2} ?\d{2} ?[0-9A-Z]\b", re.I)
_CALLED_UPN = re.compile(
    r"\b(?:UPN|unique\s+pupil\s+(?:number|reference)|ULN|unique\s+learner\s+number|pupil\s+(?:number|no))"
    r"\.?\s*(?:is|was|:|-|=|#)?\s*([A-Z]?\d[\dA-Z \-]{5,15}[\dA-Z])\b",
    re.I,
)


def _nhs_numbers(plain: str) -> Iterator[Found]:
    why = "An NHS number belongs to one person only."
    seen = set()
    for match in _CALLED_NHS.finditer(plain):
        seen.add(match.start(1))
        yield Found(match.start(1), match.end(1), Kind.NHS_NUMBER, why, _DROP)
    for match in _TEN_DIGITS.finditer(plain):
        if match.start() not in seen and nhs.is_valid(re.sub(r"\D", "", match.group())):
            yield Found(match.start(), match.end(), Kind.NHS_NUMBER, why, _DROP)


def _pupil_numbers(plain: str) -> Iterator[Found]:
    why = "A pupil number belongs to one child only."
    for match in _CALLED_UPN.finditer(plain):
        yield Found(match.start(1), match.end(1), Kind.PUPIL_NUMBER, why, _DROP)
    for match in _UPN.finditer(plain):
        bare = match.group().replace(" ", "")
        if upn.is_valid(bare) or (" " not in match.group() and bare[0].isupper()):
            yield Found(match.start(), match.end(), Kind.PUPIL_NUMBER, why, _DROP)


_LABELLED = r"\s*(?:number|numbers|no\.?|num|id|ref(?:erence)?|code)?\s*(?:is|was|of|:|-|=|#)?\s*"
_SIMPLE: tuple[tuple[Kind, str, re.Pattern[str]], ...] = (
    (
        Kind.NATIONAL_INSURANCE,
        "A National Insurance number belongs to one person only.",
        re.compile(
            r"\b([A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ \-]?\d{2}[ \-]?\d{2}[ \-]?\d{2}[ \-]?[A-D])\b",
            re.I,
        ),
    ),
    (
        Kind.NATIONAL_INSURANCE,
        "A National Insurance number belongs to one person only.",
        re.compile(
            r"\b(?:NINO|NI|national\s+insurance)\b"
            + _LABELLED
            + r"([A-Z]{2}[ \-]?\d[\d \-]{4,10}\d[ \-]?[A-Z]?)\b",
            re.I,
        ),
    ),
    (
        Kind.PASSPORT,
        "A passport number belongs to one person only.",
        re.compile(
            r"\bpassport\b(?:\s+\w{1,12}){0,2}?" + _LABELLED + r"([A-Z]{0,3}\d[\dA-Z ]{5,10}\d)\b",
            re.I,
        ),
    ),
    (
        Kind.OTHER_NUMBER,
        "A driving licence number holds a surname and a date of birth.",
        re.compile(r"\b([A-Z][A-Z9]{4} ?\d{6} ?[A-Z9]{2} ?\d ?[A-Z]{2})\b", re.I),
    ),
    (
        Kind.OTHER_NUMBER,
        "A bank account leads to one person.",
        re.compile(
            r"\b(\d{2}-\d{2}-\d{2}(?:\s*(?:,|and|account|acc(?:ount)?(?:\s+no\.?)?)?\s*\d{8})?)\b(?!-)"
        ),
    ),
    (
        Kind.OTHER_NUMBER,
        "An immigration document belongs to one person only.",
        re.compile(
            r"\b(?:BRP|residence\s+permit|visa|home\s+office|ARC|share\s+code)\b(?:\s+\w{1,12}){0,2}?"
            + _LABELLED
            + r"([A-Z]{0,3}\d[\dA-Z/\-]{4,12})\b",
            re.I,
        ),
    ),
    (
        Kind.OTHER_NUMBER,
        "A long number can be traced to one person or thing.",
        re.compile(r"(?<![\w£$.,/\-])(\d{8,20})(?![\w]|[.,/]\d)"),
    ),
    (
        Kind.OTHER_NUMBER,
        "A number kept about one person leads back to them.",
        re.compile(
            r"\b(?:account|badge|collar|shoulder|staff|employee|payroll|warrant|membership|prison(?:er)?"
            r"|device|IMEI|serial|registration|PIN|NMC|HCPC|GMC|Social\s+Work\s+England|SWE|student|candidate"
            r"|exam|library|bus\s+pass|tenancy|rent|council\s+tax|licen[cs]e|IP)\b"
            r"\s*(?:number|no\.?|num|id|address|account)?\s*(?:is|was|:|-|=|#)?\s*"
            r"([A-Z]{0,4}\d[\dA-Z.\-]{2,18})\b",
            re.I,
        ),
    ),
)


def _simple_numbers(plain: str) -> Iterator[Found]:
    for kind, why, pattern in _SIMPLE:
        for match in pattern.finditer(plain):
            found = match.group(1)
            if sum(character.isdigit() for character in found) < 3:
                continue
            yield Found(match.start(1), match.end(1), kind, why, _DROP)


# -- telephone ---------------------------------------------------------------------------------------

_PHONE = re.compile(r"(?<![\w/.\-])(?:\+|00)?\(?\d[\d ().\-]{7,20}\d(?![\w])")
_CALLED_PHONE = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mob(?:ile)?|call(?:ed)?|ring|rang|rung|landline|fax|ext(?:ension)?|text(?:ed)?"
    r"|contact(?:ed)?\s+(?:him|her|them|mum|dad)?\s*on)\b\.?(?:\s+(?:number|no\.?|on|is|him|her|them))*\s*[:\-]?\s*"
    r"(\d[\d \-]{2,12}\d)\b",
    re.I,
)


def _phones(plain: str) -> Iterator[Found]:
    why = "A telephone number leads to one person or household."
    suggest = "Leave it out, or give a national helpline by name."
    for match in _PHONE.finditer(plain):
        if _is_phone(match.group()):
            yield Found(match.start(), match.end(), Kind.PHONE, why, suggest)
    for match in _CALLED_PHONE.finditer(plain):
        digits = sum(character.isdigit() for character in match.group(1))
        if digits >= 4 and not re.fullmatch(r"(?:19|20)\d\d", match.group(1)):
            yield Found(match.start(1), match.end(1), Kind.PHONE, why, suggest)


def _is_phone(candidate: str) -> bool:
    digits = re.sub(r"\D", "", candidate)
    if candidate.count("/") > 1 or re.fullmatch(r"\d{1,2}[./\-]\d{1,2}[./\-]\d{2,4}.*", candidate):
        return False
    if re.fullmatch(r"0[1-37-9]\d{8,9}", digits):
        return True
    if candidate.lstrip("(").startswith(("+", "00")) or re.fullmatch(r"44[1-37-9]\d{9}", digits):
        number = "+" + digits.removeprefix("00")
        try:
            return phonenumbers.is_possible_number(
                phonenumbers.parse(number.replace("+440", "+44"))
            )
        except phonenumbers.NumberParseException:
            return False
    return False


# -- postcode and vehicle ------------------------------------------------------------------------------

POSTCODE = re.compile(r"\b([A-Z]{1,2})(\d[A-Z\d]?)\s{0,2}(\d[ABD-HJLNP-UW-Z]{2})\b", re.I)
_OUTWARD = re.compile(
    r"\b(?:(?:post\s?code|postal\s+(?:area|district)|area|sector)\s*(?:of|is|was|:)?\s*"
    r"([A-Z]{1,2}\d[A-Z\d]?(?:\s\d)?)\b|([A-Z]{1,2}\d[A-Z\d]?)\s+(?:post\s?code|postal|area|estate|district|end)\b)"
)
_VEHICLE = re.compile(r"\b[A-Z]{2}[0-9]{2} ?[A-Z]{3}\b")
_CALLED_VEHICLE = re.compile(
    r"\b(?:reg(?:istration)?|VRM|VRN|plate|index|car|van|vehicle|motorbike|moped|taxi|minibus"
    r"|Ford|Vauxhall|BMW|Audi|Volkswagen|VW|Toyota|Nissan|Honda|Mercedes|Peugeot|Renault|Kia|Hyundai|Skoda|Seat"
    r"|Fiesta|Focus|Corsa|Astra|Golf|Polo|Transit)\b"
    r"[^.\n]{0,40}?\b([A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3} ?[A-Z]|[A-Z]{1,3} ?\d{1,4})\b",
    re.I,
)


def _postcodes(plain: str) -> Iterator[Found]:
    why = "A postcode covers about fifteen homes."
    suggest = "Leave the place out."
    for match in POSTCODE.finditer(plain):
        if match.group(1).lower() in lexicon.cue("areas"):
            yield Found(match.start(), match.end(), Kind.POSTCODE, why, suggest, keep=True)
    for match in _OUTWARD.finditer(plain):
        group = 1 if match.group(1) else 2
        letters = re.match(r"[A-Z]+", match.group(group))
        if letters and letters.group().lower() in lexicon.cue("areas"):
            yield Found(match.start(group), match.end(group), Kind.POSTCODE, why, suggest)


def _vehicles(plain: str) -> Iterator[Found]:
    why = "A registration plate leads to its keeper, and neighbours know the car."
    suggest = 'Write "a car".'
    for match in _VEHICLE.finditer(plain):
        yield Found(match.start(), match.end(), Kind.VEHICLE, why, suggest)
    for match in _CALLED_VEHICLE.finditer(plain):
        plate = match.group(1)
        if any(character.isdigit() for character in plate) and not re.fullmatch(
            r"[A-Za-z]{1,2}\d{1,3}", plate.replace(" ", "")
        ):
            if re.search(r"(?i:in|on|at|of|by|to|the|and|was|for)\s", plate):
                continue
            yield Found(match.start(1), match.end(1), Kind.VEHICLE, why, suggest)
