# ruff: noqa: E501
"""Named places: homes, schools, surgeries, hospitals, wards, faith buildings, employers, towns.

Two ways: the shape (capitalised words before School, Surgery, Road ...) and the lists of towns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from heed.wording import lexicon
from heed.wording.found import Found
from heed.wording.numbers import POSTCODE
from heed.wording.shapes import Kind
from heed.wording.text import Text
from heed.wording.towns import towns
from heed.wording.word_classes import Class, class_of

_S = r"[ \t]{1,2}"
_CAP = r"[A-Z][A-Za-z'\-]{0,24}"
_CAPS = rf"{_CAP}(?:(?<=\bSt)\.)?"
_NAME = rf"(?:{_CAPS})(?:{_S}(?:{_CAPS}|(?:of|the|and|&|upon|on|by|de|la)(?={_S}[A-Z]))){{0,5}}?"

# -- addresses -------------------------------------------------------------------------------------

_STREET = (
    r"(?i:Road|Rd|Street|St|Avenue|Ave?|Lane|Ln|Close|Cl|Drive|Dr|Crescent|Cres|Court|Ct|Place|Pl|Terrace|Terr?|Gardens|Gdns|Grove|Gr"
    r"|Way|Walk|Hill|Park|Square|Sq|Mews|Rise|View|Row|Parade|Green|Gate|Wharf|Quay|Yard|Vale|Mount|Buildings|House|Heights"
    r"|Meadows?|Fields?|Croft|Path|Passage|Broadway|Embankment|Esplanade|Villas|Cottages?|Mansions|Towers?|Lodge|Point|Side|End|Bank"
    r"|Approach|Bridge|Chase|Circus|Common|Copse|Dene|Fold|Garth|Glade|Glen|Hollow|Junction|Link|Nook|Orchard|Paddock|Pastures?|Ridge"
    r"|Springs?|Strand|Tree|Valley|Wood|Woods|Works)"
)
_ONE_WORD_STREET = r"[A-Z][a-z]{2,14}(?:way|gate|field|fields|side|croft|mead|ley|wood|hurst|dale|bank|ridge|end|brook|ham|ton|combe|moor)"
_FLAT = rf"(?i:Flat|Apartment|Apt|Unit|Room|Plot|Block|Caravan|Pitch|Bedsit|House|No\.?|Number){_S}[A-Z]?\d{{0,4}}[A-Za-z]?,?{_S}"
_HOUSE = rf"(?:{_CAP}{_S}){{1,2}}(?i:House|Court|Lodge|Towers?|Cottage|Farm|Mansions|Heights|Point|Buildings|Hall)"
_NUMBERED = re.compile(
    rf"\b(?:{_FLAT})?(?:{_HOUSE},?{_S})?\d{{1,4}}[A-Za-z]?(?:{_S}?[\-/&]{_S}?\d{{1,4}}[A-Za-z]?)?,?{_S}"
    rf"(?:(?:{_CAPS}){_S}){{1,3}}{_STREET}\b\.?"
)
_NUMBERED_SHORT = re.compile(
    rf"\b(?:{_FLAT})?\d{{1,4}}[A-Za-z]?,?{_S}(?:{_ONE_WORD_STREET}|The{_S}{_CAP}(?:{_S}{_CAP})?)\b(?!{_S}[A-Z])"
)
_FLAT_IN_HOUSE = re.compile(
    rf"\b{_FLAT}{_HOUSE}(?:,{_S}(?:\d{{1,4}}[A-Za-z]?,?{_S})?(?:(?:(?:{_CAPS}){_S}){{1,3}}{_STREET}|The{_S}{_CAP}|{_ONE_WORD_STREET})\b)?"
)
_STREET_ALONE = re.compile(
    rf"\b(?:(?:{_CAPS}){_S}){{1,3}}(?:Road|Rd|Street|Avenue|Lane|Close|Drive|Crescent|Terrace|Gardens|Grove|Mews|Estate|Parade|Way|Walk|View|Rise"
    r"|Hill|Court|Row|Square|Place|Approach)\b"
)
_NEXT_LINE = r"(?:,?[ \t]{1,2}|,?\n)"
_REST_PLACE = re.compile(
    rf"{_NEXT_LINE}([A-Z][A-Za-z'\-]{{2,24}}(?:{_S}[A-Z][A-Za-z'\-]{{1,24}}){{0,2}}(?:{_S}(?:estate|flats|village|park))?)"
)
_REST_CODE = re.compile(rf"{_NEXT_LINE}(?i:{POSTCODE.pattern})")
_AT_HOME = re.compile(
    rf"\b(?:[Ll]ive[sd]?|[Ll]iving|[Ss]tay(?:s|ed|ing)?|[Aa]ddress|[Hh]/?[Vv]|[Vv]isit(?:ed)?|[Hh]ome){_S}(?:at|to|is|was|:)?{_S}?"
    rf"(\d{{1,4}}[A-Za-z]?,?{_S}(?:{_CAP}{_S}?){{1,3}})"
)

# -- named buildings -------------------------------------------------------------------------------

_SCHOOL_MIDDLE = (
    r"(?:C\.?"
    + r"[ \t]?of[ \t]?E\.?|CofE|CE|RC|Church"
    + _S
    + r"of"
    + _S
    + r"England|Catholic|Roman|Community|Special|Girls'?|Boys'?|Junior|Infants?'?|Primary"
    r"|Secondary|High|Middle|Grammar|Nursery|Free|Studio|Technical|Comprehensive|Voluntary|Controlled|Aided|and|&|Foundation|Prep(?:aratory)?|First)"
)
_TAILS: tuple[tuple[Kind, str, str, str], ...] = (
    (
        Kind.SCHOOL,
        rf"(?:{_SCHOOL_MIDDLE}{_S}){{0,5}}(?:Primary|Secondary|High|Academy|School|school|College|Nursery|Pre-?[Ss]chool|Playgroup|Infants|Juniors|Infant|Junior|Grammar"
        rf"|Sixth{_S}Form|Kindergarten|University|PRU|UTC|Montessori|Comprehensive|Daycare|Day{_S}Nursery|Tots|Academy{_S}Trust|Alternative{_S}Provision)",
        "A school with its name tells everyone there who is meant.",
        'Write "the school", or its phase ("a primary school") where that matters.',
    ),
    (
        Kind.SURGERY,
        rf"(?:Surgery|surgery|Medical{_S}(?:Centre|Practice|Group)|Health{_S}Centre|Health{_S}Clinic|(?:Family{_S}|Group{_S}|GP{_S})?Practice|practice|Dental{_S}(?:Practice|Surgery|Care|Centre)|Dentists?"
        rf"|Pharmacy|Chemists?|Clinic|clinic|Doctors|Walk-?[Ii]n{_S}Centre|Opticians)",
        "A named surgery narrows a family down to a few streets.",
        'Write "the GP practice".',
    ),
    (
        Kind.HOSPITAL,
        rf"(?:(?:General|District|Community|Royal|Children's|University|Memorial|Cottage|Maternity|Teaching|Women's|Hospitals?){_S}){{0,3}}(?:Hospitals?|hospital|Infirmary|Hospice|Birth{_S}Centre|Maternity{_S}Unit"
        rf"|NHS{_S}(?:Foundation{_S})?Trust|A&E|Urgent{_S}Care{_S}Centre)",
        "A named hospital with a time leads to one admission.",
        'Write "the hospital".',
    ),
    (
        Kind.FAITH_BUILDING,
        rf"(?:(?:Baptist|Methodist|Catholic|Pentecostal|Evangelical|Parish|Community|Free|Reformed|Central|Jame|Jamia|Orthodox|Christian|Sri|Shree){_S}){{0,3}}(?:Mosque|mosque|Masjid|Church|church|Chapel|Synagogue|Temple|temple|Gurdwara|Gurudwara|Mandir|Cathedral|Abbey|Tabernacle"
        rf"|Kingdom{_S}Hall|Shul|Vihara|Islamic{_S}(?:Centre|Society)|Minster|Priory|Madrasa|Madrassa|Madrasah|Fellowship|Ministries|Assembly|Parish|Friary|Convent|Mission|Congregation)",
        "A place of worship with its name points to one small community.",
        'Write "the family\'s faith community", if it bears on the learning.',
    ),
    (
        Kind.WARD,
        r"[Ww]ard",
        "A ward with its name and a time leads to one stay.",
        'Write "the ward".',
    ),
    (
        Kind.EMPLOYER,
        rf"(?:(?:Foods|Haulage|Builders|Transport|Logistics|Engineering|Cleaning|Construction){_S})?(?:Ltd|Limited|plc|PLC|LLP|&{_S}?Sons?|and{_S}Sons|Bros|Brothers|Bakery|Bakers|Motors|Garage|Salon|Haulage|Builders|Taxis|Cabs|Foods"
        r"|Logistics|Warehouse|Restaurant|Takeaway|Caf[eé]|Barbers|Engineering|Cleaning|Construction|Plumbing|Roofing|Scaffolding|Stores?|Butchers|Fisheries|Transport|Supermarket|Electricals|Autos|Tyres"
        r"|Distribution|Recruitment|Security|Couriers|Catering|Textiles|Factory|Kebabs?|Pizza|Nails|Beauty|Carpets|Bakehouse)",
        "An employer with its name leads to a parent.",
        'Write "a local employer", or the sort of work where it matters.',
    ),
    (
        Kind.PLACE,
        rf"(?:Children's{_S}(?:Centre|Home)|Family{_S}(?:Centre|Hub)|Youth{_S}(?:Club|Centre)|Community{_S}(?:Centre|Hall|Hub)|Leisure{_S}Centre|Library|Town{_S}Hall|Village{_S}Hall|Civic{_S}Centre|Sports{_S}Centre"
        rf"|Park|Beach|beach|[Ee]state|[Ff]lats|Police{_S}Station|Magistrates'?{_S}Court|Crown{_S}Court|County{_S}Court|Family{_S}Court|Station|station|Shopping{_S}Centre|Playing{_S}Fields|Swimming{_S}Pool"
        rf"|Recreation{_S}Ground|FC|AFC|RFC|Rovers|Rangers|Wanderers|Harbour|Bridge|Village|Caravan{_S}Park|Holiday{_S}Park|Refuge|Hostel|Hotel|Inn|Arms|Lodge|House|Court|Towers?|Farm|Cottage|Woods|Common|Quarry"
        rf"|Reservoir|Canal|Marina|Market|Pier|Moor|Locality(?:{_S}Team)?|Hub|Scouts|Brownies|Cadets|Boxing{_S}Club|Karate{_S}Club|Football{_S}Club|Dance{_S}School|[Tt]raveller{_S}[Ss]ite|Prison|YOI|Barracks)",
        "A named place is known to everyone who lives near it.",
        'Leave it out, or write "a place nearby".',
    ),
)
_COMPILED = tuple(
    (kind, re.compile(rf"\b({_NAME}){_S}({tail})(?![\w\-])"), why, suggest)
    for kind, tail, why, suggest in _TAILS
)
_NUMBERED_WARD = re.compile(r"\b[Ww]ard\s(?:[A-Z]?\d{1,3}[A-Za-z]?|[A-Z])\b")
_SAINT = re.compile(
    rf"\b(?:(?:St\.?|Saint|SS\.?){_S}{_CAP}(?:{_S}(?:and|&){_S}{_CAP})?|(?:Our{_S}Lady|Holy{_S}(?:Trinity|Cross|Family|Name|Rood)|Sacred{_S}Heart|All{_S}Saints|Christ{_S}Church|Corpus{_S}Christi|Immaculate{_S}\w+)(?:(?:{_S}of(?:{_S}the)?)?{_S}{_CAP}){{0,3}})"
)
_MASJID = re.compile(
    rf"\b(?:Masjid|Jamia|Jame{_S}Masjid|Gurdwara|Beth|Beit|Bais|Kehillas|Iglesia){_S}(?:e-|al-|ul-)?{_CAP}(?:{_S}{_CAP}){{0,2}}"
)
_PUB = re.compile(
    rf"\b[Tt]he{_S}(?:(?:Red|White|Black|Blue|Green|Golden|Old|Royal|King's|Queen's|Prince{_S}of|Duke{_S}of|Rose{_S}and|Fox{_S}and|Dog{_S}and|Coach{_S}and|Hare{_S}and|Horse{_S}and|Ship{_S}and|Bull{_S}and|Cross|Railway|Station){_S})"
    r"(?:Lion|Hart|Horse|Horses|Bull|Swan|Oak|Crown|Bell|Arms|Head|Inn|Boar|Bear|Anchor|Ship|Wales|York|Cornwall|Hounds|Duck|Tavern|Keys|Dragon|Eagle|Fleece|Plough|Elm|Stag|Fox|Cross|Lodge|House)\b"
)
_CHAINS = re.compile(
    r"\b(?:Tesco|Asda|Sainsbury's|Sainsburys|Morrisons|Aldi|Lidl|Waitrose|Co-op|Iceland|Greggs|McDonald's|McDonalds|KFC|Nando's|Nandos|Subway|Costa|Starbucks|Wetherspoons?|Wetherspoon's|Boots|Superdrug|Argos|Currys|B&Q|B&M"
    r"|Wilko|Poundland|Primark|Matalan|Next|JD\sSports|Sports\sDirect|Amazon|DPD|Evri|Hermes|Royal\sMail|Parcelforce|Deliveroo|Just\sEat|Uber(?:\sEats)?|Tesco's|Asda's|Home\sBargains|Screwfix|Wickes|Halfords|Burger\sKing|Spar|SPAR|Co-operative|Londis|Premier\sStores|Costcutter|Bargain\sBooze|Domino's|Pizza\sHut"
    r"|Stagecoach|First\sBus|Arriva|Network\sRail|Babcock|Rolls-Royce|Airbus|BAE|Jaguar|Nissan|Toyota|Bernard\sMatthews|Greencore|Bakkavor|Ginsters|Princess\sYachts|ASOS|Ocado|Marks\s(?:and|&)\sSpencer|M&S|John\sLewis|Debenhams|Travelodge"
    r"|Premier\sInn|Butlins|Butlin's|Haven|Pontins|Mitie|Serco|G4S|Capita|Sodexo|Compass)\b"
)
_WORK_BEFORE = re.compile(
    r"\b(?:work(?:s|ed|ing)?|job|shifts?|employed|employee|staff|manager|cleaner|driver|cashier|apprentice(?:ship)?|till|hours|doing\s+well|nights)\s(?:\w+\s){0,3}?(?:at|for|in|by|with|from)\s(?:the\s)?$",
    re.I,
)
_WORKS_FOR = re.compile(
    rf"\b(?:work(?:s|ed|ing)?|employed|shifts?|job|drives?|driving|deliver(?:s|ing)?|cleans?|cleaning|cooks?){_S}(?:at|for|by|with|in){_S}(?:the{_S})?((?:{_CAP}|&)(?:{_S}(?:{_CAP}|&|and(?={_S}[A-Z]))){{0,3}})"
)

# -- a job with its place ---------------------------------------------------------------------------

_ROLE = (
    r"(?:[Dd]eputy[ \t]|[Aa]ssistant[ \t]|[Aa]cting[ \t]|[Ee]xecutive[ \t]|[Ss]enior[ \t]|[Ll]ead[ \t]|[Nn]amed[ \t]|[Dd]esignated[ \t]|[Ss]afeguarding[ \t])*"
    r"(?:[Hh]ead[ \t]?teacher|[Hh]ead[ \t]of[ \t](?:[Yy]ear|[Ss]ixth[ \t]Form|[Ss]chool|[Cc]entre|[Ss]ervice|[Cc]are|[Hh]ome)(?:[ \t]\d{1,2})?|[Dd]eputy[ \t][Hh]ead|[Hh]ead|[Pp]rincipal|[Tt]eam[ \t][Mm]anager|[Ss]ervice[ \t][Mm]anager|[Cc]entre[ \t][Mm]anager|[Nn]ursery[ \t][Mm]anager|[Mm]anager|SENCo|SENCO|DSL|[Ss]chool[ \t][Nn]urse"
    r"|[Hh]ealth[ \t][Vv]isitor|[Cc]ommunity[ \t][Mm]idwife|[Mm]idwife|[Nn]urse|[Dd]octor|GP|[Pp]aediatrician|[Cc]onsultant|[Pp]sychiatrist|[Ss]ocial[ \t][Ww]orker|[Vv]icar|[Pp]riest|[Ii]mam|[Rr]abbi|[Pp]astor|[Mm]inister|[Cc]hief[ \t](?:[Ee]xecutive|[Nn]urse|[Ii]nspector|[Ss]uperintendent)|[Ss]uperintendent|[Ii]nspector|[Ss]ergeant|PCSO"
    r"|[Jj]udge|[Cc]oroner|[Mm]agistrate|[Tt]eacher|[Cc]aretaker|[Rr]eceptionist|[Cc]oach|[Ll]ollipop[ \t](?:lady|man)|[Cc]hair|[Cc]ouncillor|[Dd]irector|[Yy]outh[ \t][Ww]orker|[Hh]ousing[ \t][Oo]fficer|[Ff]amily[ \t][Ss]upport[ \t][Ww]orker|[Ff]oster[ \t][Cc]arers?|[Cc]hildminder|[Rr]egistered[ \t][Mm]anager)"
)
_JOB = re.compile(
    rf"\b(?:[Tt]he[ \t](?:only[ \t])?)?(?:[Ff]amily[ \t][Cc]ourt[ \t])?{_ROLE}(?:[ \t](?:at|of|for|in|covering)[ \t](?:the[ \t])?|,[ \t](?:at[ \t])?)((?:{_CAPS})(?:{_S}(?:{_CAPS}|(?:of|on|upon)(?={_S}[A-Z]))){{0,4}})"
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
    yield from _particular(plain)
    yield from _jobs(plain)
    yield from towns(text)


def _addresses(plain: str) -> Iterator[Found]:
    why = "An address is one household."
    suggest = "Leave it out."
    for pattern in (_NUMBERED, _NUMBERED_SHORT, _FLAT_IN_HOUSE):
        for match in pattern.finditer(plain):
            start, end = match.span()
            if re.search(
                r"\b(?:year|class|grade|group|unit|week|ward|phase|stage|section|part)\s$",
                plain[max(0, start - 9) : start],
                re.I,
            ):
                continue
            yield Found(start, end, Kind.ADDRESS, why, suggest, keep=True)
            whole = _whole_address(plain, end)
            if whole > end:
                yield Found(start, whole, Kind.ADDRESS, why, suggest)
    for match in _AT_HOME.finditer(plain):
        shown = match.group(1).rstrip()
        yield Found(match.start(1), match.start(1) + len(shown), Kind.ADDRESS, why, suggest)
    for match in _STREET_ALONE.finditer(plain):
        start = match.start()
        words = re.findall(r"\S+", match.group())
        while words and words[0].lower() in lexicon.cues("generic", "never_first") | lexicon.cue(
            "function"
        ):
            start += len(words.pop(0))
            while plain[start : start + 1] in (" ", "\t"):
                start += 1
        if len(words) >= 2 and " ".join(words).lower() not in _NOT_STREETS:
            yield Found(start, match.end(), Kind.ADDRESS, why, suggest, keep=True)


_NOT_STREETS = frozenset(
    {
        "early way",
        "crown court",
        "family court",
        "county court",
        "magistrates court",
        "youth court",
        "high court",
        "market place",
        "work place",
    }
)


def _whole_address(plain: str, end: int) -> int:
    """Where an address ends that goes on with a village, a town and a postcode."""
    known = lexicon.words("places") | lexicon.words("ambiguous_places")
    if plain[end - 1] == ".":
        return end
    for _ in range(3):
        code = _REST_CODE.match(plain, end)
        if code and code.group(1).lower() in lexicon.cue("areas"):
            return code.end()
        place = _REST_PLACE.match(plain, end)
        if not place:
            return end
        named = place.group(1)
        by_comma = plain[end] == ","
        ends = [word.end() for word in re.finditer(r"\S+", named)]
        listed = [
            size for size in reversed(ends) if " ".join(named[:size].lower().split()) in known
        ]
        if listed:
            end = place.start(1) + listed[0]
        elif (
            by_comma
            and class_of(named.split()[0]) in (Class.UNKNOWN, Class.WORD)
            and "\n" not in place.group()
        ):
            end = place.end()
        else:
            return end
    code = _REST_CODE.match(plain, end)
    return code.end() if code and code.group(1).lower() in lexicon.cue("areas") else end


# Words that are no part of a name at the front of one, always or unless another word follows.


def _own_name(match: re.Match[str]) -> tuple[int, int] | None:
    """The span without leading words that are not part of the name; None when no name is left."""
    start = match.start(1)
    words = list(re.finditer(r"\S+", match.group(1)))
    while words and (
        words[0].group().lower() in lexicon.cue("never_first")
        or class_of(words[0].group()) is Class.MONTH
    ):
        words.pop(0)
    while (
        len(words) > 2
        and words[0].group().lower() in lexicon.cue("bearers")
        and words[1].group() in ("of", "at", "from", "for")
    ):
        words = words[2:]
    if not words or words[0].group().lower() in ("of", "and", "&", "upon", "de", "la"):
        return None
    names = [word.group() for word in words if word.group()[0].isupper()]
    if all(
        name.lower() in lexicon.cues("generic", "never_first") or class_of(name) is Class.PUBLIC
        for name in names
    ) and not any(name.lower() in lexicon.words("places") for name in names):
        return None
    tail = match.group(2)
    begin = start + words[0].start()
    everyday = all(class_of(name) in (Class.WORD, Class.PUBLIC) for name in names)
    telling = tail in ("estate", "flats", "ward") and _inside_sentence(match.string, begin)
    if tail[0].islower() and everyday and not telling:
        return None
    if match.re is _COMPILED[6][1] and re.search(r"\s(?:and|&)\s", match.group(1)):
        return None
    if len(words) == 1 and f"{names[0].lower()} {tail.lower()}" in _EVERYDAY:
        return None
    article = re.search(r"\b[Tt]he\s$", match.string[max(0, begin - 5) : begin])
    return begin - (len(article.group()) if article else 0), match.end()


def _inside_sentence(plain: str, position: int) -> bool:
    return re.search(r"[a-z,;\d)][ \t]{1,2}$", plain[max(0, position - 4) : position]) is not None


_EVERYDAY = frozenset(
    {
        "sunday school", "summer school", "drama school", "high court", "youth court", "supreme court",
        "open house", "best practice", "child clinic", "baby clinic", "drop-in clinic", "whole school",
        "information hub", "advice hub", "support hub",
    }
)  # fmt: skip


def _particular(plain: str) -> Iterator[Found]:
    ward, faith, work, place = _TAILS[4], _TAILS[3], _TAILS[5], _TAILS[6]
    for match in _NUMBERED_WARD.finditer(plain):
        yield Found(*match.span(), Kind.WARD, ward[2], ward[3], keep=True)
    for match in _SAINT.finditer(plain):
        yield Found(*match.span(), Kind.FAITH_BUILDING, faith[2], faith[3])
    for match in _MASJID.finditer(plain):
        yield Found(*match.span(), Kind.FAITH_BUILDING, faith[2], faith[3])
    for match in _PUB.finditer(plain):
        yield Found(*match.span(), Kind.PLACE, place[2], place[3])
    for match in _CHAINS.finditer(plain):
        before = plain[max(0, match.start() - 60) : match.start()]
        if match.group() in (
            "Next",
            "Haven",
            "Compass",
            "Boots",
            "Iceland",
            "Subway",
            "Costa",
            "Jaguar",
            "Amazon",
            "Uber",
        ) and not _WORK_BEFORE.search(before):
            continue
        yield Found(*match.span(), Kind.EMPLOYER, work[2], work[3])
    for match in _WORKS_FOR.finditer(plain):
        words = match.group(1).split()
        if class_of(words[0]) in (Class.PUBLIC,) or (
            len(words) == 1 and class_of(words[0]) in (Class.WORD, Class.MONTH)
        ):
            continue
        if words[0].lower() in lexicon.cue("job_generic"):
            continue
        yield Found(*match.span(1), Kind.EMPLOYER, work[2], work[3], keep=True)


def _jobs(plain: str) -> Iterator[Found]:
    for match in _JOB.finditer(plain):
        words = match.group(1).split()
        first = words[0].lower()
        general = first in lexicon.cue("job_generic") or class_of(words[0]) in (
            Class.PUBLIC,
            Class.MONTH,
        )
        if general and match.group(1).lower() not in lexicon.words("places"):
            continue
        after_comma = plain[match.start(1) - 2] == ","
        if after_comma and not re.search(
            r"(?:Team|Locality|Hub|Service|Unit|Centre|Office)$", match.group(1)
        ):
            continue
        if class_of(words[0]) is Class.BOTH and len(words) == 1:
            continue
        yield Found(
            *match.span(),
            Kind.JOB_TITLE,
            "A job with its place is one person.",
            'Write the agency or the profession: "a school leader", "a health visitor".',
            keep=True,
        )
        place = _TAILS[6]
        yield Found(*match.span(1), Kind.PLACE, place[2], place[3], keep=True)
