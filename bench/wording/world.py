# ruff: noqa: E501
"""Places, numbers and facts for the evaluation set, in two lists that share nothing: tune and held.

Towns are real, because a check must know them; every street, school, surgery, employer and number
is put together by chance, and numbers come from ranges kept for fiction where there are any.
"""

from __future__ import annotations

import random

TOWNS = {
    "tune": "Plymouth|Truro|Swindon|Rotherham|Wakefield|Ipswich|Hounslow|Luton|Barnsley|Bodmin|Kettering|Oldham|Dudley|Walsall|King's Lynn|Saltash|Leicester|Hackney",
    "held": "Exeter|Redruth|Doncaster|Stockport|Bradford|Lowestoft|Croydon|Slough|Grimsby|Penzance|Corby|Bolton|Telford|Milton Keynes|Bury St Edmunds|Torpoint|Nottingham|Lambeth",
}
VILLAGES = {
    "tune": "Efford|Whitleigh|Pilton Green|Ashcombe|Little Wending|the Kingsmead estate|Chapel Allerton|Lower Thorley|Stoke Fennick|the Riverside estate",
    "held": "Honicknowle|Nether Stowell|Heaton Marsh|Copperfield|Great Barlow|the Hollybank estate|Upper Denby|Saxonbury|Penmarrick|the Larkhill flats",
}
STREETS = {
    "tune": "Larch Road|Beaumont Terrace|Hawthorn Close|Victoria Street|St Mary's Crescent|Tamar View|Orchard Mews|Sandpit Lane|Queensway|Coronation Avenue",
    "held": "Alder Grove|Mill Lane|Nightingale Way|Elm Tree Avenue|Jubilee Drive|Canal Street|Trelawny Gardens|The Spinney|Old Church Hill|Balmoral Court",
}
BLOCKS = {
    "tune": "Beech House|Tamar Court|Nelson Tower",
    "held": "Rowan Lodge|Wellington Heights|Drake House",
}
SCHOOLS = {
    "tune": "Oakfield Primary School|St Bede's Catholic Primary School|Larkrise Nursery|Hillside Academy|Kingsbridge Road Infants|The Meridian School|Park View High School|Westcliffe Grammar|Oakfield|Larkrise",
    "held": "Ashdown Junior School|Holy Trinity C of E Primary|Little Acorns Pre-School|Northgate Community College|Brookside Infant School|Queen Mathilda's Grammar School|Elmhurst High|Tiptoes Playgroup|Ashdown|Northgate",
}
SURGERIES = {
    "tune": "Meadow Lane Surgery|Riverside Medical Centre|Dr Patel's surgery|Stonebridge Health Centre|Oakwood Family Practice",
    "held": "Larkspur Medical Practice|The Old Forge Surgery|Harbourside Health Centre|Beacon Hill Clinic|Church Street Dental Practice",
}
HOSPITALS = {
    "tune": "Derriford Hospital|Treliske|Queen's Medical Centre|Leighton Royal Infirmary|St Cuthbert's Hospice",
    "held": "Musgrove Park Hospital|Whiston|Bradstow General Hospital|North Fenwick Infirmary|Royal Alderley Children's Hospital",
}
WARDS = {
    "tune": "Bramble Ward|Ward 12|Woodland ward|Puffin Ward",
    "held": "Caroline Thorpe Ward|Ward B4|Dolphin ward|Ward 7a",
}
FAITH = {
    "tune": "St Andrew's Church|Al-Noor Mosque|Guru Nanak Gurdwara|Elim Pentecostal Church|the Shree Krishna Mandir|Redeemed Assembly",
    "held": "Emmanuel Baptist Chapel|Masjid Bilal|the Singh Sabha Gurdwara|New Covenant Ministries|Beth Shalom Synagogue|Our Lady of Lourdes",
}
EMPLOYERS = {
    "tune": "Tesco|Brightwell Logistics|Pennant Foods Ltd|Hargate Taxis|B&M|the Red Lion",
    "held": "Asda|Trafford & Sons|Sunnyside Bakery|Delworth Engineering|Greggs|the King's Arms",
}
JOBS = {
    "tune": "the headteacher of Oakfield|Team Manager, East Locality Team|the only midwife in Pilton Green|Head of Year 9 at Hillside Academy|the Family Court judge in Swindon|Named Nurse for Derriford",
    "held": "the deputy head at Elmhurst|Service Manager, Harbourside Hub|the health visitor for Upper Denby|the SENCo at Northgate|the vicar of Nether Stowell|Designated Doctor for Stockport",
}
POSTCODES = {"tune": "PL SN LU IP S WF HU N", "held": "EX TR DN SK BD CR MK SW"}

FACTS: dict[str, dict[str, str]] = {
    "siblings": {
        "tune": "the youngest of four brothers|one of seven children|her three older sisters|the eldest of five|two boys and a girl|his six siblings|the middle child of three|the only girl among five boys|a family of eight children|her two half-brothers and a baby sister",
        "held": "the second of six sisters|the fourth child of five|his two younger brothers|the oldest of the three girls|three sisters and one brother|her nine brothers and sisters|the only boy of four children|five children under seven|a sibling group of four|his older sister and twin younger brothers",
    },
    "twins": {
        "tune": "twins|identical twins|one of a pair of twins|her twin brother|triplets",
        "held": "the twins|twin girls|his twin|a surviving twin|non-identical twins|a set of triplets",
    },
    "condition": {
        "tune": "Rett syndrome|sickle cell disease|osteogenesis imperfecta|cystic fibrosis|Prader-Willi syndrome|a rare metabolic disorder|Duchenne muscular dystrophy|a cleft palate",
        "held": "Angelman syndrome|phenylketonuria|brittle bone disease|spina bifida|Ehlers-Danlos syndrome|a rare genetic condition|haemophilia|a glass eye|Batten disease|thalassaemia major",
    },
    "parents-job": {
        "tune": "her father, a serving police officer|his mother is a firefighter|her mother works as a school cook|whose father drives the village school bus|her dad is a prison officer|the mother, a nurse at the same hospital",
        "held": "his father is a well-known local butcher|her mother is a magistrate|whose mother is a parish councillor|his stepfather, a lifeboat volunteer|her father runs the post office|the father, a soldier based nearby|dad is a taxi driver",
    },
    "event": {
        "tune": "was airlifted from the beach|was reported on the local news|the house fire|was found in the river|the stabbing outside the chip shop|was arrested at the school gates",
        "held": "fell from a third-floor window|appeared on the front page of the local paper|the drowning at the quarry|the crash on the dual carriageway|was rescued by the coastguard|the shooting in the car park",
    },
    "background": {
        "tune": "the only Eritrean family in the village|a Hungarian-speaking family|arrived from Syria two years before|a family of Jehovah's Witnesses|a Mongolian-born mother|came to England from Vietnam alone",
        "held": "the only Black child in the year group|a family from the Traveller site|moved here from Brazil|a Tigrinya-speaking boy|her Plymouth Brethren family|a Roma family from Slovakia",
    },
    "only-one": {
        "tune": "the only child in the county to be placed in secure care that year|the first baby in the area to|the youngest pupil ever excluded from the school|the only wheelchair user in her class",
        "held": "the only pupil in his year with a feeding tube|the first child in the region to|the youngest person to be referred to the service|the only girl in the football team",
    },
}

FIRST_DIGITS = {"tune": "4567", "held": "6789"}


def pick(rng: random.Random, table: dict[str, str], split: str) -> str:
    """One of the split's values."""
    return rng.choice(table[split].split("|"))


def postcode(rng: random.Random, split: str) -> str:
    """A postcode of the right shape; whether it exists is left to chance."""
    area = rng.choice(POSTCODES[split].split())
    inward = f"{rng.randint(0, 9)}{''.join(rng.choice('ABDEFGHJLNPQRSTUWXYZ') for _ in range(2))}"
    code = f"{area}{rng.randint(1, 19)} {inward}"
    return rng.choice([code, code, code.replace(" ", ""), code.lower()])


def nhs_number(rng: random.Random) -> str:
    """Ten digits with a right check digit, in one of the ways it is written."""
    while True:
        digits = [rng.randint(4, 7)] + [rng.randint(0, 9) for _ in range(8)]
        check = 11 - sum(d * w for d, w in zip(digits, range(10, 1, -1), strict=True)) % 11
        if check == 10:
            continue
        number = "".join(map(str, [*digits, check % 11]))
        return rng.choice(
            [
                number,
                f"{number[:3]} {number[3:6]} {number[6:]}",
                f"{number[:3]}-{number[3:6]}-{number[6:]}",
            ]
        )


def pupil_number(rng: random.Random) -> str:
    """A unique pupil number with a right check letter."""
    letters = "ABCDEFGHJKLMNPQRTUVWXYZ"
    digits = [rng.randint(0, 9) for _ in range(12)]
    total = sum(d * w for d, w in zip(digits, range(2, 14), strict=True))
    return letters[total % 23] + "".join(map(str, digits))


def phone(rng: random.Random, split: str) -> str:
    """A telephone number from the ranges kept for drama."""
    tail = rng.randint(0, 999)
    if split == "tune":
        return rng.choice(
            [
                f"07700 900{tail:03d}",
                f"01632 960{tail:03d}",
                f"07700900{tail:03d}",
                f"020 7946 0{tail:03d}",
            ]
        )
    return rng.choice(
        [
            f"(0117) 496 0{tail:03d}",
            f"+44 7700 900{tail:03d}",
            f"0113 496 0{tail:03d}",
            f"07700-900-{tail:03d}",
        ]
    )


def reference(rng: random.Random, split: str) -> str:
    """A case reference in one of the shapes of the split."""
    n = rng.randint(10000, 999999)
    if split == "tune":
        return rng.choice(
            [
                f"LCS-{n}",
                f"CSC/20{rng.randint(19, 25)}/{n % 10000:04d}",
                f"PLY-26-{n % 10}K{n % 7}M",
                f"P{n}",
                f"ZE{rng.randint(19, 25)}C{n % 100000:05d}",
            ]
        )
    return rng.choice(
        [
            f"EHM{n}",
            f"SCR-{n % 1000:03d}-{rng.randint(19, 25)}",
            f"MOS{n}",
            f"CP/{n}",
            f"FD{rng.randint(19, 25)}P{n % 100000:05d}",
            f"{n % 10000:04d}/LR/{rng.randint(19, 25)}",
        ]
    )


def crime_reference(rng: random.Random, split: str) -> str:
    """A police reference in one of the shapes of the split."""
    n = rng.randint(10000, 99999)
    year = rng.randint(19, 25)
    if split == "tune":
        return rng.choice([f"50/{n}/{year}", f"CR/{n:06d}/{year}", f"14{year}0{n}"])
    return rng.choice(
        [
            f"42{rng.choice('ABCD')}{rng.choice('XYZ')}/{n}/{year}",
            f"{year}000{n}",
            f"CAD {n % 10000}",
            f"OCC-{n}-{year}",
        ]
    )


def vehicle(rng: random.Random, split: str) -> str:
    """A registration plate of the kind given out since 2001."""
    letters = "ABCDEFGHJKLMNPRSTUVWXY"
    plate = f"{rng.choice('WLMY')}{rng.choice(letters)}{rng.randint(51, 74)} {''.join(rng.choice(letters) for _ in range(3))}"
    return rng.choice([plate, plate.replace(" ", "")])


def national_insurance(rng: random.Random) -> str:
    """A National Insurance number of the right shape, from a prefix that is never given out."""
    n = f"{rng.randint(0, 999999):06d}"
    return rng.choice([f"AB{n}C", f"JK {n[:2]} {n[2:4]} {n[4:]} A", f"AB {n} D"])


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_WORDS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
]
_YEARS = {
    2009: "two thousand and nine",
    2012: "two thousand and twelve",
    2015: "twenty fifteen",
    2018: "two thousand and eighteen",
}


def date(rng: random.Random, split: str) -> str:
    """An exact date in one of the ways of the split."""
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2018, 2025)
    name = _MONTHS[month - 1]
    if split == "tune":
        return rng.choice(
            [
                f"{day} {name} {year}",
                f"{day:02d}/{month:02d}/{year}",
                f"{rng.choice(_DAYS)} {day} {name}",
                f"{day}.{month}.{year % 100:02d}",
                f"{name} {day}, {year}",
            ]
        )
    return rng.choice(
        [
            f"the {day}{_suffix(day)} of {name} {year}",
            f"{year}-{month:02d}-{day:02d}",
            f"{day}{_suffix(day)} {name[:3]} {year % 100:02d}",
            f"{day}/{month}/{year % 100:02d}",
            f"{rng.choice(_DAYS)[:3]} {day} {name[:3]}",
        ]
    )


def _suffix(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def date_in_words(rng: random.Random, split: str) -> str:
    """A date of birth in words."""
    year = rng.choice(sorted(_YEARS))
    name = rng.choice(_MONTHS)
    day = rng.choice(_WORDS)
    if split == "tune":
        return f"the {day} of {name} {_YEARS[year]}"
    return rng.choice([f"{name} the {day}, {_YEARS[year]}", f"the {day} of {name}, {year}"])


_NUMBERS = [
    "zero",
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
]


def age(rng: random.Random, split: str) -> str:
    """An exact age in one of the ways of the split."""
    n = rng.randint(2, 17)
    if split == "tune":
        return rng.choice(
            [
                f"{n}-year-old",
                f"aged {n}",
                f"{n} years old",
                f"{_NUMBERS[n]} years old",
                f"{n + 3}-week-old",
            ]
        )
    return rng.choice(
        [
            f"{_NUMBERS[n]}-year-old",
            f"aged {_NUMBERS[n]}",
            f"{n}yo",
            f"{n} yrs old",
            f"{n} months old",
            f"age {n}",
        ]
    )


def month(rng: random.Random, split: str) -> str:
    """A month with its year."""
    name = rng.choice(_MONTHS)
    year = rng.randint(2018, 2025)
    return (
        f"{name} {year}"
        if split == "tune"
        else rng.choice([f"{name} {year}", f"early {name} {year}", f"{name[:3]} {year}"])
    )


def address(rng: random.Random, split: str) -> list[tuple[str, str]]:
    """An address as pieces of (kind, text); an empty kind is plain text between them."""
    n = rng.randint(1, 240)
    street = pick(rng, STREETS, split)
    town = pick(rng, TOWNS, split)
    code = postcode(rng, split)
    if split == "tune":
        shape = rng.randint(0, 3)
        if shape == 0:
            return [("address", f"{n} {street}, {town}, {code}")]
        if shape == 1:
            return [("address", f"Flat {n % 40 + 1}, {n} {street}")]
        if shape == 2:
            return [
                ("address", f"{n} {street}"),
                ("", ", "),
                ("place", town),
                ("", " "),
                ("postcode", code),
            ]
        return [("address", f"{n} {street}")]
    shape = rng.randint(0, 4)
    if shape == 0:
        return [("address", f"{n}{rng.choice('abc')} {street}, {town} {code}")]
    if shape == 1:
        return [("address", f"Flat {n % 40 + 1}, {pick(rng, BLOCKS, split)}, {street}")]
    if shape == 2:
        return [
            ("address", f"{n} {street}"),
            ("", ", "),
            ("place", town),
            ("", ", "),
            ("postcode", code),
        ]
    if shape == 3:
        return [("address", f"{n} {street}")]
    return [
        (
            "address",
            f"{rng.randint(1, 9)}{rng.choice('AB')}, {street}, {pick(rng, VILLAGES, split).removeprefix('the ')}",
        )
    ]
