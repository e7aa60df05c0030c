"""Named places: homes, schools, surgeries, hospitals, wards, faith buildings, employers, towns.

Two ways: the shape (capitalised words before School, Surgery, Road ...) and the lists of towns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from heed.wording import lexicon
from heed.wording.found import Found
from heed.wording.numbers import AREAS, POSTCODE
from heed.wording.shapes import Kind
from heed.wording.text import Text

_STREET = (
    r"(?:Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Close|Cl|Drive|Dr|Crescent|Cres|Court|Ct|Place|Pl|Terrace|Terr?|Gardens|Gdns|Grove|Gr"
    r"|Way|Walk|Hill|Park|Square|Sq|Mews|Rise|View|Row|Parade|Green|Gate|Wharf|Quay|Yard|Vale|Mount|Buildings|House|Heights"
    r"|Meadows?|Fields?|Croft|Path|Passage|Broadway|Embankment|Esplanade|Villas|Cottages?|Mansions|Tower|Lodge|Point|Side|End|Bank)"
)
_CAP = r"[A-Z][a-zA-Z'\-]{1,20}"
_LINK = r"(?:of|the|and|&|de|la|le|on|in|by|upon|St\.?|Ss\.?)"
_NAME = rf"(?:{_CAP}|St\.?)(?:\s{{1,2}}(?:{_CAP}|St\.?|{_LINK}(?=\s{{1,2}}[A-Z]))){{0,4}}?"
_ADDRESS = re.compile(
    rf"\b(?:(?:Flat|Apartment|Apt|Unit|Room|Plot|Block|Caravan|Pitch|No\.?|Number)\s{{1,2}}\w{{1,4}},?\s{{1,2}})?"
    rf"(?:(?:{_CAP}\s{{1,2}}){{1,2}}(?:House|Court|Lodge|Tower|Cottage|Farm|Mansions|Heights|Point),?\s{{1,2}})?"
    rf"\d{{1,4}}[A-Za-z]?(?:\s?[\-/]\s?\d{{1,4}}[A-Za-z]?)?,?\s{{1,2}}(?:{_CAP}\s{{1,2}}){{1,3}}{_STREET}\b\.?"
)
_STREET_ALONE = re.compile(rf"\b(?:{_CAP}\s{{1,2}}){{1,3}}(?:Road|Street|Avenue|Lane|Close|Drive|Crescent|Terrace|Gardens|Grove|Mews|Estate|Parade)\b")

_TAILS: tuple[tuple[Kind, str, str, str], ...] = (
    (
        Kind.SCHOOL,
        r"(?:Primary|Secondary|High\s{1,2}School|Academy|School|College|Nursery|Pre-?[Ss]chool|Playgroup|Infants|Juniors"
        r"|Grammar|Sixth\s{1,2}Form|Kindergarten|University|PRU|UTC)",
        "A school with its name tells everyone there who is meant.",
        'Write "the school", or its phase ("a primary school") where that matters.',
    ),
    (
        Kind.SURGERY,
        r"(?:Surgery|Medical\s{1,2}(?:Centre|Practice|Group)|Health\s{1,2}Centre|Practice|Family\s{1,2}Practice|Dental\s{1,2}(?:Practice|Surgery|Care)"
        r"|Pharmacy|Clinic|Doctors|Walk-in\s{1,2}Centre)",
        "A named surgery narrows a family down to a few streets.",
        'Write "the GP practice".',
    ),
    (
        Kind.HOSPITAL,
        r"(?:(?:General|District|Community|Royal|Children's|University|Memorial|Cottage|Maternity|Teaching|Women's)\s{1,2}){0,2}(?:Hospital|Infirmary|Hospice|Birth\s{1,2}Centre)s?",
        "A named hospital with a time leads to one admission.",
        'Write "the hospital".',
    ),
    (
        Kind.FAITH_BUILDING,
        r"(?:Mosque|Masjid|Church|Chapel|Synagogue|Temple|Gurdwara|Mandir|Cathedral|Abbey|Tabernacle|Kingdom\s{1,2}Hall|Shul|Vihara"
        r"|Islamic\s{1,2}(?:Centre|Society)|Parish|Minster|Priory|Madrasa|Madrassa|Fellowship|Ministries|Assembly)",
        "A place of worship with its name points to one small community.",
        'Write "the family\'s faith community", if it bears on the learning.',
    ),
    (
        Kind.WARD,
        r"Ward",
        "A ward with its name and a time leads to one stay.",
        'Write "the ward".',
    ),
    (
        Kind.EMPLOYER,
        r"(?:Ltd|Limited|plc|PLC|LLP|&\s?Sons?|and\s{1,2}Sons|Bros|Brothers|Bakery|Motors|Garage|Salon|Haulage|Builders|Taxis|Cabs|Farms?|Foods"
        r"|Logistics|Warehouse|Restaurant|Takeaway|Caf[eé]|Barbers|Engineering|Cleaning|Construction|Plumbing|Roofing|Scaffolding|Stores?|Butchers|Fisheries|Transport)",
        "An employer with its name leads to a parent.",
        'Write "at work", or the sort of work where it matters.',
    ),
    (
        Kind.PLACE,
        r"(?:Children's\s{1,2}(?:Centre|Home)|Family\s{1,2}(?:Centre|Hub)|Youth\s{1,2}(?:Club|Centre)|Community\s{1,2}(?:Centre|Hall)|Leisure\s{1,2}Centre|Library"
        r"|Park|Beach|Estate|Police\s{1,2}Station|Magistrates'?\s{1,2}Court|Crown\s{1,2}Court|County\s{1,2}Court|Family\s{1,2}Court|Station|Shopping\s{1,2}Centre|Playing\s{1,2}Fields"
        r"|Recreation\s{1,2}Ground|FC|Rovers|Rangers|Harbour|Bridge|Village|Caravan\s{1,2}Park|Holiday\s{1,2}Park|Refuge|Hostel|Hotel|Inn|Arms|Lodge|House|Court|Tower|Farm|Cottage)",
        "A named place is known to everyone who lives near it.",
        "Leave the place out, or say what sort of place it is.",
    ),
)
_COMPILED = tuple(
    (kind, re.compile(rf"\b({_NAME})\s{{1,2}}({tail})\b(?:\s{{1,2}}(?:School|Academy|College|Surgery|Practice|Hospital|Church|Nursery)\b)?"), why, suggest)
    for kind, tail, why, suggest in _TAILS
)
_TOWN_WHY = "A named place narrows the search down to one town or street."
_TOWN_SUGGEST = 'Leave it out, or write "in the area".'
_AGENCY_TAIL = re.compile(
    r"(?:\s{1,2}(?:and|&)\s{1,2}[A-Z][a-z]+){0,2}(?:\s{1,2}[A-Z][A-Za-z']+){0,3}\s{1,2}(?:Safeguarding|Police|Constabulary|Council|Partnership|NHS|Integrated|Combined|Borough|County|City|Board)\b"
)


def find(text: Text) -> Iterator[Found]:
    """Addresses, named buildings and towns. Postcodes are also found by `numbers`."""
    plain = text.plain
    yield from _addresses(plain)
    for kind, pattern, why, suggest in _COMPILED:
        for match in pattern.finditer(plain):
            span = _own_name(match)
            if span:
                yield Found(*span, kind, why, suggest, keep=True)
    yield from _towns(text)


def _addresses(plain: str) -> Iterator[Found]:
    why = "An address is one household."
    for match in _ADDRESS.finditer(plain):
        start, end = match.span()
        yield Found(start, end, Kind.ADDRESS, why, "Leave it out.", keep=True)
        rest = re.compile(rf"(?:,?\s{{1,2}}{_CAP}){{0,3}},?\s{{1,2}}{POSTCODE.pattern}", re.I).match(plain, end)
        if rest and rest.group(1).upper() in AREAS:
            yield Found(start, rest.end(), Kind.ADDRESS, why, "Leave it out.")
    for match in _STREET_ALONE.finditer(plain):
        if not all(lexicon.is_ordinary(word) and word[0].islower() for word in match.group().split()):
            yield Found(*match.span(), Kind.ADDRESS, why, "Leave it out.")


_GENERIC = frozenset(
    "the a an this that each every our their her his its any all no both new local primary secondary high junior infant special"
    " private state independent boarding nursery free community children's family health medical dental general practice"
    " practitioner acute hospital school college academy church mosque early working best good safe safer social learning"
    " next first clinical what how why when where in at to from on of for with and but if as by".split()
)


def _own_name(match: re.Match[str]) -> tuple[int, int] | None:
    """The span without leading words that are not part of the name; None when no name is left."""
    start = match.start(1)
    words = list(re.finditer(r"\S+", match.group(1)))
    while words and (words[0].group().lower() in _GENERIC):
        words.pop(0)
    if not words:
        return None
    return start + words[0].start(), match.end()


def _towns(text: Text) -> Iterator[Found]:
    places = lexicon.words("places")
    words = text.words
    for index, word in enumerate(words):
        if not word.text[0].isupper():
            continue
        for length in (4, 3, 2, 1):
            run = words[index : index + length]
            if len(run) < length:
                continue
            last = run[-1]
            phrase = lexicon.bare(text.plain[word.start : last.end])
            if phrase in places:
                if not _AGENCY_TAIL.match(text.plain, last.end):
                    end = last.end - (2 if last.text.lower().endswith("'s") else 0)
                    yield Found(word.start, end, Kind.PLACE, _TOWN_WHY, _TOWN_SUGGEST)
                break
