# ruff: noqa: E501
"""Facts that single someone out: alone (twins, a rare condition) or put together (month and place).

Each fact is its own hit, so that each can be blurred where it stands. A fact that runs on ("the
only pupil in his year with a feeding tube") gives its core and its whole, as both may be cut.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from heed.wording import lexicon
from heed.wording.dates import MONTH, season
from heed.wording.found import Cover, Found
from heed.wording.shapes import Kind, Level
from heed.wording.text import Text

_N = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)"
_ADJ = r"(?:older|elder|eldest|oldest|younger|youngest|little|big|baby|half|step|surviving|adult|grown-?up|adopted|birth|full|teenage|infant|twin|small|young|other|maternal|paternal|biological|disabled)"
_KIN = r"(?:(?:half|step|foster)[\- ]?)?(?:brothers?|sisters?|siblings?|sons?|daughters?|boys?|girls?|children|kids|babies|baby|child)"
_ONE_KIN = (
    r"(?:(?:half|step|foster)[\- ]?)?(?:brother|sister|sibling|son|daughter|boy|girl|child|baby)"
)
_ORDER = r"(?:\d{1,2}(?:st|nd|rd|th)|youngest|eldest|oldest|middle|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|first-?born|second-?born)"
_OWN = r"(?:(?:the|a|an|her|his|their|its|one|these|those)\s+)?"

_SIBLINGS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # the youngest (child) of four (brothers); the second of the six
        rf"\b{_OWN}(?:only\s+)?{_ORDER}(?:\s+(?:and\s+{_ORDER}\s+)?(?:{_ONE_KIN}))?\s+(?:of|in\s+a\s+family\s+of|among|out\s+of)\s+(?:the\s+|a\s+family\s+of\s+|her\s+|his\s+|their\s+)?{_N}(?:\s+(?:{_ADJ}\s+)*{_KIN})?\b",
        # one of seven children, one of five
        rf"\bone\s+of\s+(?:a\s+family\s+of\s+|the\s+|her\s+|his\s+|their\s+)?{_N}\s+(?:{_ADJ}[\s\-]+)*{_KIN}\b",
        # three older sisters (and a brother), her nine brothers and sisters, two boys and a girl
        rf"\b(?:(?:the|her|his|their|with|all)\s+)?{_N}\s+(?:{_ADJ}[\s\-]+)+{_KIN}\b(?:,?\s+(?:and|plus|&)\s+(?:an?\s+|one\s+|{_N}\s+)?(?:{_ADJ}[\s\-]+)*{_KIN}\b)?",
        rf"\b(?:(?:the|her|his|their|all)\s+)?{_N}\s+(?:brothers?|sisters?|siblings|sons|daughters|half-?(?:brothers|sisters|siblings)|step-?(?:brothers|sisters|siblings|children))\b(?:,?\s+(?:and|plus|&)\s+(?:an?\s+|one\s+|{_N}\s+)?(?:{_ADJ}[\s\-]+)*{_KIN}\b)?",
        rf"\b(?:(?:the|her|his|their)\s+)?(?:{_N}|a|an|one)\s+(?:{_ADJ}[\s\-]+)*(?:boys?|girls?|sons?|daughters?|brothers?|sisters?)\s+and\s+(?:an?\s+|one\s+|{_N}\s+)(?:{_ADJ}[\s\-]+)*(?:boys?|girls?|sons?|daughters?|brothers?|sisters?)\b",
        rf"\b(?:her|his|their|an?)\s+(?:{_ADJ}[\s\-]+)+(?:brothers?|sisters?|half-?brothers?|half-?sisters?|siblings?)\s+and\s+(?:an?\s+|one\s+|{_N}\s+)?(?:{_ADJ}[\s\-]+)+(?:brothers?|sisters?|siblings?)\b",
        # her older sister; his baby brother; their youngest daughter
        r"\b(?:her|his|their|an|the|whose)\s+(?:older|elder|eldest|oldest|younger|youngest|little|big|baby|twin|middle|half|step|adopted)[\s\-]+(?:half-?|step-?)?(?:brothers?|sisters?|son|daughter|boy|girl)\b",
        # the only boy (of four children), the only girl among five boys
        rf"\b(?:the|an|her|his|their)\s+only\s+(?:boy|girl|son|daughter|brother|sister|child)\b(?!\s+(?:in|at|to|who|with|whose|on)\b)(?:\s+(?:of|among|amongst|in)\s+(?:the\s+|a\s+family\s+of\s+)?{_N}(?:\s+(?:{_ADJ}\s+)*{_KIN})?)?\b",
        # family of eight (children), sibling group of four, mother of six
        rf"\b(?:a\s+|the\s+)?(?:large\s+|big\s+)?(?:family|sibling\s+(?:group|set)|household|brood)\s+of\s+{_N}(?:\s+(?:{_ADJ}\s+)*{_KIN})?\b",
        rf"\b(?:a\s+|the\s+)?(?:mother|father|mum|dad|parents?)\s+of\s+(?:{_N})\b(?:\s+(?:{_ADJ}\s+)*{_KIN})?",
        # has five children; five children under seven; seven children at home
        rf"\b(?:has|have|had|with|raising|bringing\s+up|cares?\s+for|caring\s+for)\s+(?:all\s+)?({_N}\s+(?:other\s+|more\s+|{_ADJ}\s+)*(?:children|kids|boys|girls|sons|daughters)\b(?:\s+under\s+(?:{_N}|the\s+age\s+of\s+{_N}))?)",
        rf"\b{_N}\s+(?:children|kids|boys|girls)\s+(?:under\s+(?:the\s+age\s+of\s+)?{_N}|at\s+home|in\s+the\s+(?:family|household|house|home|flat))\b",
        rf"\b(?:his|her|their)\s+{_N}\s+(?:children|kids|boys|girls)\b",
        r"\b(?:an\s+)only\s+child\b",
    )
)
_TWINS = re.compile(
    r"\b(?:(?:one\s+of\s+)?(?:a\s+)?(?:pair|set)\s+of\s+)?(?:(?:the|a|an|her|his|their|these|both|surviving|identical|non-identical|fraternal|conjoined|premature|baby|younger|older|toddler|infant|newborn|one\s+of\s+the)[\s\-]+){0,4}"
    r"(?:twins?|triplets?|quadruplets?|quads)\b(?![\s\-]+(?:track|aims?|goals?|beds?|room|tub|town|cities|pillars?|strands?|purposes?|needs))(?:\s+(?:brothers?|sisters?|boys?|girls?|sons?|daughters?|babies|siblings?|pregnancy))?",
    re.I,
)
_RARE = re.compile(
    r"\b(?:a|an|the|this|her|his)?\s?(?:very\s+|extremely\s+)?(?:rare|unusual|life-limiting|one-in-a-million)\s+(?:and\s+\w+\s+)?(?:\w+\s+){0,2}?(?:condition|disorder|disease|syndrome|illness|cancer|tumour|allergy|deformity|defect|blood\s+type)\b"
    r"|\b[A-Z][A-Za-z'\-]+(?:\s[A-Z][A-Za-z'\-]+)?\s+(?:[Ss]yndrome|[Dd]isease)\b"
    r"|\b(?:a\s+)?(?:distinctive|large|facial|visible)\s+(?:birth\s?mark|scar|tattoo)(?:\s+(?:on|across)\s+(?:her|his|their)\s+(?:face|cheek|neck|forehead|arm|hand|leg))?\b"
    r"|\b(?:missing|lost)\s+(?:an?\s+|his\s+|her\s+)?(?:leg|arm|finger|thumb|eye|hand|foot)\b"
    r"|\b(?:fed|feeds)\s+(?:by|through)\s+(?:a\s+)?(?:tube|PEG)\b",
)
_NOT_RARE = re.compile(
    r"^(?:Communicable|Infectious|Coronavirus|Heart|Kidney|Liver|Metabolic|Sudden|Irritable|Chronic|The|This|That|Any|Such|Some)\b"
)

_PARENT = (
    r"(?:(?:her|his|their|whose|the|a|one|both|step|grand|foster|birth|child's|boy's|girl's|baby's|family's|maternal|paternal|older|youngest|eldest)[\s\-]+){0,3}"
    r"(?:father|mother|dad|daddy|mum|mummy|mam|parents?|step-?father|step-?mother|step-?dad|step-?mum|grandfather|grandmother|grandparents?|grandad|gran|uncle|aunt|partner|husband|wife|guardian|brother|sister|carer)"
)
_DESCRIBED = r"(?:(?:a|an|the|our|one|serving|former|retired|local|well-known|well\s+known|senior|junior|special|trainee|part-time|full-time|self-employed|freelance|professional|semi-professional|qualified|village|town|city|county|school|hospital|night|day|long-distance|successful|famous|popular|respected|prominent|practising|only|chief|head|deputy|assistant|parish|community|district|ward|volunteer|ex-?|an?\s+ex-?|royal|british|merchant)[\s\-]+){0,5}"
_WHERE = r"(?:\s+(?:at|in|on|for|of|with|from|near|based|nearby|locally|who|abroad|there)(?:\s+(?!and\b|but\b|so\b|which\b|when\b|while\b|because\b|this\b|that\b|made\b|has\b|had\b|was\b|is\b|did\b|said\b|felt\b|often\b)[\w'\-]+){0,5})?"
_DOES = (
    r"(?:runs?|ran|owns?|owned|manages?|managed|drives?|drove|keeps?|kept|serves?|served|volunteers?|volunteered|teaches|taught|coaches|coached|preaches|preached|plays?|played|worked|works?|chairs?|chaired|captains?|heads?|leads?)"
    r"\s+(?:as\s+|in\s+|on\s+|for\s+|at\s+|with\s+)?(?:a\s+|an\s+|the\s+|our\s+|his\s+own\s+|her\s+own\s+)?(?:(?!and\b|but\b|so\b|away\b|long\b|nights\b|hard\b|late\b|shifts\b|full\b|part\b|together\b|alongside\b|well\b|closely\b)[\w'\-]+)(?:\s+(?!and\b|but\b|so\b|which\b|when\b|this\b|that\b|made\b|has\b|had\b|was\b|is\b|as\b|said\b|felt\b)[\w'\-]+){0,4}"
)
_SCENE = (
    r"(?:river|canal|lake|sea|beach|woods?|woodland|park|car\s+park|quarry|reservoir|car|boot|garage|shed|field|fields|street|road|pond|harbour|railway(?:\s+line|\s+station)?|tracks?|alley(?:way)?|ditch|well|skip|bin|cellar|loft|suitcase"
    r"|window|balcony|roof|bridge|cliffs?|quay|pier|tower(?:\s+block)?|wall|tree|train|boat|platform|dual\s+carriageway|carriageway|motorway|roundabout|crossing|level\s+crossing|junction|bypass|underpass|subway|bus\s+stop|bus|taxi\s+rank|playground|pitch|school(?:\s+gates?|\s+bus)?"
    r"|gates?|chip\s+shop|shop|shopping\s+centre|supermarket|pub|club|nightclub|hotel|hostel|hospital|church|mosque|police\s+station|court|fair(?:ground)?|festival|carnival|market|station|swimming\s+pool|pool|leisure\s+centre|gym|flat|flats|house|home|caravan(?:\s+site)?|estate|farm|building\s+site|scrapyard|lift|stairwell|stairs|bath|garden|town\s+centre|city\s+centre|precinct)"
)
_AT_SCENE = rf"\s+(?:from|by|in|at|to|out\s+of|off|under|into|on|onto|outside|near|behind|opposite|inside|through)\s+(?:the|a|an|his|her|their|another|local)\s+(?:[\w'\-]+\s+){{0,2}}?{_SCENE}\b"
_WHO = r"(?:(?:the|a|an|her|his|their|this|one|another|older|younger|young)\s+){0,3}(?:young\s+person|child|boy|girl|teenager|baby|toddler|brother|sister|father|mother|man|woman|pupil|student|infant)\s+"
_EVENTS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b(?:{_WHO})?(?:was|were|been|being)\s+(?:airlifted|rescued|winched|pulled|dragged|swept(?:\s+\w+)?|trapped|abducted|kidnapped|stabbed|shot|run\s+over|knocked\s+down|hit|struck|electrocuted|mauled|attacked|crushed|robbed|set\s+alight|thrown|pushed)(?:{_AT_SCENE}|\s+(?:from|by|to)\s+(?:the\s+|a\s+)?(?:[\w'\-]+\s+)?(?:coastguard|lifeboat|helicopter|firefighters?|fire\s+crews?|fire\s+service|police|passer-?by|neighbours?|bus|train|lorry|car|van|dog|gang|hospital))",
        r"\b(?:was|were|been|being)\s+(?:airlifted|winched|abducted|kidnapped|stabbed|shot|electrocuted|mauled|set\s+alight)\b",
        rf"\b(?:{_WHO})?(?:was|were|been|being)\s+(?:found|discovered)\s+(?:dead\s+|alone\s+|unconscious\s+|hiding\s+|asleep\s+|wandering\s+|barefoot\s+)?(?:in|on|at|near|under|behind|outside|by|beside)\s+(?:the|a|an)\s+(?:[\w\-]+\s+){{0,2}}?{_SCENE}\b",
        rf"\b(?:{_WHO})?(?:fell|fallen|jumped|thrown|dropped|plunged|climbed|drowned|crashed|collapsed|ran)(?:{_AT_SCENE}|\s+out\s+of\s+(?:the|a|an)\s+(?:[\w\-]+\s+){{0,2}}?{_SCENE}\b)",
        r"\b(?:was|were|been|being)\s+(?:reported|shown|covered|featured|named|filmed|splashed|published|posted)\s+(?:widely\s+)?(?:on|in|by|across|all\s+over)\s+(?:the\s+)?(?:local\s+|national\s+|regional\s+|evening\s+|social\s+)*(?:news(?:papers?)?|press|papers?|television|tv|radio|media|bbc|itv)\b(?:\s+news)?",
        r"\b(?:appeared|was|were|made|hit|reached|shown|splashed)\s+(?:on\s+|in\s+)?(?:the\s+)?(?:front\s+pages?|headlines|(?:national|local|evening|regional)\s+(?:news|paper|press|radio|television))\b(?:\s+of\s+(?:the\s+|a\s+)?(?:local\s+|national\s+|evening\s+|regional\s+|weekly\s+)*(?:newspapers?|papers?|press|news))?",
        rf"\b(?:the|a|that|this|last\s+\w+'s)\s+(?:[\w\-]+\s+){{0,2}}?(?:house\s+fire|flat\s+fire|fire|blaze|explosion|stabbing|shooting|drowning|crash|collision|murder|killing|kidnap(?:ping)?|abduction|siege|riot|arson(?:\s+attack)?|hit-and-run|robbery|acid\s+attack|dog\s+attack|knife\s+attack|machete\s+attack|attack|derailment|rescue|vigil|search|manhunt|fight|brawl|raid|accident|assault|incident|death|overdose){_AT_SCENE}",
        r"\b(?:the|a)\s+(?:[\w\-]+\s+)?(?:house\s+fire|flat\s+fire|blaze|explosion|stabbing|shooting|drowning|hit-and-run|acid\s+attack|dog\s+attack|murder\s+trial|inquest\s+verdict|candlelit\s+vigil|manhunt|drive-by)\b",
        rf"\b(?:was|were|being)\s+arrested(?:{_AT_SCENE}|\s+(?:at|in|on|outside|near)\s+(?:the\s+|a\s+|his\s+|her\s+)?[\w'\-]+(?:\s+gates?)?)",
        r"\b(?:was|were)\s+(?:jailed|sentenced|imprisoned|convicted|found\s+guilty)\s+(?:for\s+(?:\d+|\w+)\s+(?:years|months)|of\s+(?:\w+){1,2}|at\s+(?:\w+\s)?court)",
        r"\b(?:the\s+)?(?-i:(?:[A-Z][\w'\-]+\s+){0,2}(?:Gazette|Herald|Echo|Argus|Chronicle|Advertiser|Mercury|Courier|Examiner|Daily\s+Mail|Evening\s+Post|Evening\s+Standard)\b|[A-Z]\w+\s?Live\b)",
        r"\b(?:the|a)\s+(?:much-publicised|widely\s+reported|well-publicised|high-profile)\s+(?:\w+)\b",
    )
)
_PERSONAL = r"(?:family|families|child|boy|girl|mother|father|man|woman|couple|parents?|household|national|baby|teenager|pupil|student|mum|dad|grandmother|grandfather|brothers?|sisters?|heritage|origin|descent|background|community|neighbours?|refugee|speaker)"
_GROUPS = r"(?:village|town|city|county|country|area|region|district|borough|street|road|estate|block|school|class|year(?:\s+group)?|nursery|college|team|club|squad|choir|group|service|unit|home|hospital|ward|clinic|community|congregation|church|mosque|building|site|parish|island|locality|partnership|caseload|cohort|register|list)"
_ONLY = re.compile(
    rf"\b(?:the|an?|our|their|his|her)\s+(?:only|sole|first|youngest|oldest|eldest|smallest|last|single)\s+(?:ever\s+)?(?:(?!of\b|and\b|or\b|is\b|was\b|page\b|step\b|steps\b|time\b|thing\b|way\b|question\b|contact\b|week\b|weeks\b|months?\b|days?\b|year\b|years\b|visit\b|meeting\b|stage\b|draft\b|report\b|reason\b|point\b|part\b|part\b|section\b|word\b|words\b|language\b|choice\b|concern\b|appointment\b|assessment\b|conversation\b|call\b|response\b|priority\b|place\b|agency\b|service\b|one\b)[\w'\-]+\s+){{1,4}}?"
    rf"(?:(?:in|at|of|on|from|within|across)\s+(?:the|his|her|their|our|that|this|its)\s+(?:whole\s+|entire\s+)?(?:\w+\s+)?{_GROUPS}\b|(?:ever\s+)?(?:to\s+(?:be|have)\b|ever\b|who\s+(?:was|had|has|is)\b|with\s+(?:a|an)\b))",
    re.I,
)
_RUNS_ON = re.compile(r"(?:\s+(?!and\b|but\b|so\b|which\b|because\b|although\b)[\w'\-]+){1,12}")
_PERSONS_FIRST = re.compile(
    r"\b(?:child|children|boy|girl|baby|pupil|student|person|family|mother|father|user|teenager|patient|resident|player|woman|man|member|infant|toddler|youngster|twin|brother|sister|household|parent|couple|one|speaker|learner|young)\b",
    re.I,
)
_MONTH_YEAR = re.compile(
    rf"\b(?:(?:early|mid|late|the\s+(?:beginning|start|middle|end)\s+of)[\s\-]+)?{MONTH}\.?,?\s{{1,2}}(?:of\s)?(?:(?:19|20)\d\d|'\d\d)\b",
    re.I,
)
_BARE_MONTH = re.compile(
    rf"\b(?:in|during|since|that|last|until|throughout|early|late|mid)[\s\-](?:early\s|late\s|mid[\s\-])?({MONTH})\b(?!\s+\d)",
    re.I,
)
_NOT_OF_THE_CASE = re.compile(
    r"\b(?:published|updated|guidance|in\s+force|comes?\s+into|came\s+into|commenc\w+|act|regulations|edition|version|by|review(?:ed)?\s+(?:in|again)|from\s+april|working\s+together|inspection|inspected|ofsted|strategy|policy|toolkit|training|launched|launch|conference|report(?:ed)?\s+of)\b[^.\n]{0,20}$",
    re.I,
)
_ALONE = re.compile(r"(?:^|\n)[ \t#>*\-•]*(?:early |late )?[A-Za-z]+\.?,? \d{4}[ \t:]*(?:\n|$)")

_SIBLINGS_SUGGEST = 'Write "brothers and sisters", without number, order or sex.'
_WHYS: dict[Kind, tuple[str, str]] = {
    Kind.SIBLINGS: ("Number, order and sex of the children make a family easy to recognise.", _SIBLINGS_SUGGEST),
    Kind.TWINS: ("Twins and triplets are few, and everyone near them knows them.", 'Write "the children" or "brothers and sisters".'),
    Kind.CONDITION: ("So few children have this that it can lead to one.", 'Name the need broadly: "a long-term health condition", "a physical disability".'),
    Kind.PARENTS_JOB: ("A parent's job is known to neighbours, and leads to the child.", "Leave the job out, or say only what it meant for the family."),
    Kind.EVENT: ("An event like this was seen, or reported, and can be searched for.", "Say what the event meant for the child, not what people saw."),
    Kind.BACKGROUND: ("Few families in one area share this, so it points to one.", "Keep what bears on the learning and word it broadly, such as a family new to the area."),
    Kind.ONLY_ONE: ("Being the only or the first one singles a person out by itself.", "Say what was unusual for the service, not for the child."),
    Kind.TIME_AND_PLACE: ("A month beside a place, an age or an event leads to one family.", 'Write the season without the year, or "some time later".'),
}  # fmt: skip


def find(text: Text, direct: Sequence[Found] = ()) -> Iterator[Found]:
    """Facts that single someone out. `direct`: what the other detectors found (places, ages)."""
    plain = text.plain
    for pattern in _SIBLINGS:
        for match in pattern.finditer(plain):
            if _IN_GENERAL.match(plain, match.end()) and not _OWNER.match(match.group()):
                continue
            group = 1 if pattern.groups and match.group(1) else 0
            yield _fact(*match.span(group), Kind.SIBLINGS, _less_exact(match.group(group)))
    for match in _TWINS.finditer(plain):
        if _IN_GENERAL.match(plain, match.end()) and not _OWNER.match(match.group()):
            continue
        yield _fact(*match.span(), Kind.TWINS, _less_exact(match.group()))
    yield from _conditions(plain)
    yield from _jobs(plain)
    for pattern in _EVENTS:
        for match in pattern.finditer(plain):
            yield _fact(*match.span(), Kind.EVENT)
    yield from _backgrounds(plain)
    yield from _only_ones(plain)
    yield from _months(text, direct)


def _fact(start: int, end: int, kind: Kind, instead: str = "") -> Found:
    why, suggest = _WHYS[kind]
    suggest = f'Write "{instead}".' if instead else suggest
    return Found(start, end, kind, why, suggest, Level.COMBINED)


_IN_A_ROW = re.compile(rf"{_ORDER}|only\b|one\s+of", re.I)
_IN_GENERAL = re.compile(
    r"\s(?:can|may|should|might|must|often|needs?|is\sno|are\smore|is\smore|are\soften)\b", re.I
)
_OWNER = re.compile(r"(?:her|his|their|whose)\b", re.I)


def _less_exact(shown: str) -> str:
    """Words for brothers and sisters without number, order or sex, that fit where these stand."""
    owner = _OWNER.match(shown)
    before = f"{owner.group().lower()} " if owner else ""
    many = re.search(
        r"(?:brothers|sisters|siblings|sons|daughters|boys|girls|children|kids|twins|triplets)\b",
        shown,
        re.I,
    )
    if _IN_A_ROW.search(shown) and not owner:
        return "one of the children in the family"
    if many or re.search(r"\band\b|family|group", shown):
        return f"{before}brothers and sisters"
    return f"{before or 'a '}brother or sister"


@cache
def _any_of(name: str) -> re.Pattern[str]:
    terms = sorted(lexicon.words(name), key=len, reverse=True)
    return re.compile(
        r"(?<![\w\-])(?:"
        + "|".join(re.escape(term).replace(r"\ ", r"[\s\-]") for term in terms)
        + r")s?(?![\w])",
        re.I,
    )


def _conditions(plain: str) -> Iterator[Found]:
    for match in _any_of("conditions").finditer(plain):
        start = match.start()
        article = re.search(r"\b(?:a|an)\s$", plain[max(0, start - 3) : start])
        yield _fact(start - (len(article.group()) if article else 0), match.end(), Kind.CONDITION)
    for match in _RARE.finditer(plain):
        shown = match.group()
        start = match.start() + len(shown) - len(shown.lstrip())
        if not _NOT_RARE.match(shown.strip()):
            yield _fact(start, match.end(), Kind.CONDITION)


@cache
def _job_pattern() -> re.Pattern[str]:
    jobs = "|".join(
        re.escape(job).replace(r"\ ", r"[\s\-]")
        for job in sorted(lexicon.words("jobs"), key=len, reverse=True)
    )
    return re.compile(
        rf"\b({_PARENT}(?:,?\s+(?:who\s+)?(?:is|was|works\s+as|worked\s+as|had\s+been|are|were|being|had\s+worked\s+as|has\s+a\s+job\s+as|became)\s+|,\s+(?=(?:an?|the|our|one|who)\s)|\s+\((?=(?:an?|the)\s))"
        rf"{_DESCRIBED}(?:{jobs})s?)\b({_WHERE})",
        re.I,
    )


_PARENT_DOES = re.compile(rf"\b(?:{_PARENT},?\s+(?:who\s+)?)(?:also\s+|often\s+)?{_DOES}", re.I)
_PARENT_WHO = re.compile(rf"\b{_PARENT}\s(?:[\w'\-]+\s){{1,6}}who\s(?:also\s)?{_DOES}", re.I)
_PUBLIC_WORK = re.compile(
    r"\b(?:school|post\s+office|bus|taxi|minibus|lorry|shop|pub|garage|farm|church|mosque|club|team|army|navy|raf|royal|marines|council|police|hospital|hotel|restaurant|cafe|takeaway|factory|boat|lifeboat|ferry|salon|bakery|surgery|nursery|radio|newspaper|fair|circus|market|stall|prison|fire\s+(?:service|station)"
    r"|football|rugby|cricket|band|choir|kitchen|canteen|reception|ward|docks?|shipyard|airport|base|barracks|embassy|bank|library|museum|theatre|gym|kennels|stables|quarry|mine|rig|cook|driver|nurse|teacher|cleaner|chef|builder|governor|scouts|brownies|cubs|chip\s+shop|corner\s+shop|village|supermarket|warehouse)\b",
    re.I,
)


def _jobs(plain: str) -> Iterator[Found]:
    if not re.search(_PARENT, plain, re.I):
        return
    for match in _job_pattern().finditer(plain):
        core = match.end(1)
        yield _fact(match.start(), core, Kind.PARENTS_JOB)
        if match.end() > core + 1:
            yield _fact(match.start(), match.end(), Kind.PARENTS_JOB)
    for match in (*_PARENT_DOES.finditer(plain), *_PARENT_WHO.finditer(plain)):
        if _PUBLIC_WORK.search(match.group()):
            yield _fact(*match.span(), Kind.PARENTS_JOB)


@cache
def _peoples() -> re.Pattern[str]:
    terms = "|".join(
        re.escape(term).replace(r"\ ", r"\s")
        for term in sorted(lexicon.words("countries"), key=len, reverse=True)
    )
    return re.compile(
        rf"\b(?:(?:the|a|an|her|his|their|this)\s+(?:only\s+|first\s+)?)?(?P<who>{terms})(?:[\s\-](?:speaking|born|heritage|origin))?"
        rf"(?:[\s\-](?:[a-z]+\s)?(?P<person>{_PERSONAL})\b(?:\s+(?:from|in)\s+(?:the\s+)?[A-Za-z]+)?)?"
        rf"|\b(?:arrived|came|moved|fled|travelled|escaped|emigrated|originally|born|brought|trafficked|sent|settled|returned)\s+(?:(?:here|over|back|to\s+\w+|there|alone)\s+)?(?:from|in)\s+(?P<country>{terms})\b(?:\s+(?:as\s+a\s+\w+|alone|by\s+boat|in\s+a\s+lorry|(?:\w+\s+){{1,2}}(?:before|ago|earlier)))?"
        rf"|\b(?:speaks?|spoke|speaking)\s+(?:only\s+|little\s+but\s+|fluent\s+|mainly\s+)?(?P<language>{terms})\b"
        rf"|\b(?:(?:came|moved|travelled)\s+to\s+\w+\s+)from\s+(?P<country2>{terms})\b(?:\s+alone)?"
        rf"|\b(?:a\s+|the\s+)?(?:family|household|community|congregation)\s+of\s+(?P<faith>{terms})\b"
        rf"|\b(?:a\s+|the\s+)?(?:family|child|boy|girl|mother|father|couple)\s+from\s+(?:the\s+)?(?P<home>{terms})\b(?:\s+(?:site|community))?",
        re.I,
    )


def _backgrounds(plain: str) -> Iterator[Found]:
    for match in _peoples().finditer(plain):
        who = match.group("who")
        language = match.group("language")
        if language is not None and (
            not language[0].isupper() or language.lower() in ("english", "british")
        ):
            continue
        if who is not None:
            only = re.search(r"\b(?:only|first)\b", match.group(), re.I)
            spoken = re.search(r"[\s\-](?:speaking|born)\b", match.group(), re.I)
            person = match.group("person")
            if not (person or spoken) or not who[0].isupper():
                continue
            plural = person is not None and person.lower() in (
                "families",
                "neighbours",
                "community",
                "parents",
            )
            broad = who.lower() in lexicon.cue("broad") and not re.search(
                r"\sfrom\s|\sin\s", match.group()
            )
            if (broad or plural) and not only:
                continue
        shown = match.group()
        yield _fact(match.start(), match.start() + len(shown.rstrip()), Kind.BACKGROUND)


def months(text: Text) -> Iterator[Found]:
    """Every month with its year, wherever it stands, for laying pages side by side."""
    for match in _MONTH_YEAR.finditer(text.plain):
        yield _fact(*match.span(), Kind.TIME_AND_PLACE)


def _only_ones(plain: str) -> Iterator[Found]:
    for match in _ONLY.finditer(plain):
        if not _PERSONS_FIRST.search(match.group()):
            continue
        yield _fact(*match.span(), Kind.ONLY_ONE)
        rest = _RUNS_ON.match(plain, match.end())
        if rest:
            yield _fact(match.start(), rest.end(), Kind.ONLY_ONE)
    for match in re.finditer(
        rf"\b(?:the\s+)only\s+(?:[\w\-]+\s+){{1,3}}(?:in|at|from)\s+(?:the|her|his|their)\s+(?:\w+\s+)?{_GROUPS}\b",
        plain,
        re.I,
    ):
        if re.search(
            r"\b(?:family|child|boy|girl|baby|person|people|mother|pupil|student|user|household)\b",
            match.group(),
            re.I,
        ):
            kind = Kind.BACKGROUND if _peoples().search(match.group()) else Kind.ONLY_ONE
            yield _fact(*match.span(), kind)


def _months(text: Text, direct: Sequence[Found]) -> Iterator[Found]:
    plain = text.plain
    dates = Cover(
        (one.start, one.end) for one in direct if one.kind in (Kind.DATE, Kind.BIRTH_DATE)
    )
    for match in _MONTH_YEAR.finditer(plain):
        start, end = match.span()
        if dates.touches(start, end):
            continue
        line_start = plain.rfind("\n", 0, start) + 1
        line_end = plain.find("\n", end)
        line = plain[line_start : line_end if line_end != -1 else len(plain)]
        if _ALONE.fullmatch(line) or _NOT_OF_THE_CASE.search(plain[max(0, start - 40) : start]):
            continue
        yield _fact(start, end, Kind.TIME_AND_PLACE, season(match.group()))
    telling = sorted(
        one.start
        for one in direct
        if one.kind in (Kind.PLACE, Kind.AGE, Kind.HOSPITAL, Kind.SCHOOL, Kind.ADDRESS, Kind.WARD)
    )
    for match in _BARE_MONTH.finditer(plain):
        sentence = text.sentence_number(match.start())
        if not text.sentences:
            continue
        low, high = text.sentences[sentence]
        spoken = plain[match.start(1) : match.end(1)]
        if not spoken[0].isupper() or dates.touches(*match.span()):
            continue
        after = bisect_left(telling, low)
        told = (after < len(telling) and telling[after] < high) or any(
            p.search(plain, low, high) for p in _EVENTS
        )
        if told:
            yield _fact(*match.span(1), Kind.TIME_AND_PLACE, season(spoken))
