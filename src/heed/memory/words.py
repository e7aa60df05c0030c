"""A text as words fit to be looked up: plain Python, the same for what is stored and what is asked.

Accents, case and American spellings are evened out, apostrophes dropped, word forms brought to
one stem. Any text is taken; nothing raises.
"""

import re
import unicodedata
from functools import lru_cache

from heed.memory.stems import stem

LONGEST_WORD = 40
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n+|•")
_OR = re.compile(r"(behavi|neighb|col|hon|fav|lab|rum|hum|vig)or(?=$|[a-z])")
_IZE = re.compile(r"(?<=[a-z]{3})iz(e|es|ed|ing|er|ers|ation|ations|ational)$")
_KEPT_OR = ("laborator", "honorar", "collabor", "elabor", "favorit")
_AMERICAN = {
    "center": "centre",
    "centers": "centres",
    "counselor": "counsellor",
    "counselors": "counsellors",
    "counseling": "counselling",
    "pediatric": "paediatric",
    "pediatrician": "paediatrician",
    "mom": "mum",
    "moms": "mums",
    "mommy": "mum",
    "program": "programme",
    "programs": "programmes",
    "skeptical": "sceptical",
    "enrollment": "enrolment",
    "judgment": "judgement",
    "judgments": "judgements",
    "anesthetic": "anaesthetic",
    "diarrhea": "diarrhoea",
    "fetus": "foetus",
    "fetal": "foetal",
    "jail": "gaol",
    "dad's": "dad",
    "favorite": "favourite",
}

# Forms that no ending explains, brought to the word they are a form of.
_IRREGULAR = {
    form: word
    for word, forms in {
        "bring": "brought",
        "fall": "fell fallen",
        "die": "died dies dying death deaths dead",
        "run": "ran",
        "tell": "told",
        "say": "said says",
        "hide": "hid hidden hiding",
        "take": "took taken",
        "go": "went gone goes",
        "know": "knew known",
        "write": "wrote written",
        "speak": "spoke spoken",
        "see": "saw seen",
        "sleep": "slept asleep",
        "drink": "drank drunk",
        "child": "children",
        "man": "men",
        "woman": "women",
        "tooth": "teeth",
        "think": "thought thoughts",
        "catch": "caught",
        "teach": "taught",
        "leave": "left leaving leaves",
        "lose": "lost losing loss",
        "keep": "kept",
        "meet": "met",
        "hold": "held",
        "feed": "fed",
        "feel": "felt",
        "beat": "beaten",
        "break": "broke broken",
        "steal": "stole stolen",
        "give": "gave given giving",
        "ring": "rang rung",
        "find": "found",
        "buy": "bought",
        "come": "came coming",
        "become": "became",
        "begin": "began begun",
        "shake": "shook shaken shaking",
        "send": "sent",
        "sell": "sold",
        "stick": "stuck",
        "stand": "stood",
        "wear": "wore worn",
        "swear": "swore sworn",
        "throw": "threw thrown",
        "grow": "grew grown",
        "draw": "drew drawn",
        "eat": "ate eaten",
        "freeze": "froze frozen",
        "bite": "bitten bit",
        "choose": "chose chosen",
        "wake": "woke woken",
        "forget": "forgot forgotten",
        "understand": "understood",
        "lie": "lied lying",
        "overlook": "overlooked",
        "person": "people",
        "wife": "wives",
        "life": "lives",
        "baby": "babys",
        "make": "made making",
        "live": "living lived",
        "abuse": "abuser abusers abusive",
        "suicide": "suicidal suicidality",
        "learn": "learnt",
        "mum": "mam mums mummy",
    }.items()
    for form in forms.split()
}

# Words that carry no subject of their own. Phrases of the field that hold them ("was not
# brought") are found before these are set aside.
_CARRIES_NOTHING = (
    "a about above after again all also am an and any are as at be because been before being "
    "below between both but by can cannot could did didnt do does doesnt doing dont down "
    "during each few for from further had hadnt has hasnt have havent having he her here hers "
    "herself him himself his how i if in into is isnt it its itself just me more most my "
    "myself no nor not now of off on once only or other our ours out over own same she should "
    "shouldnt so some such than that the their theirs them themselves then there these they "
    "this those through to too under until up very was wasnt we were werent what when where "
    "which while who whom why will with wont would wouldnt you your yours got get gets "
    "getting us im ive id thats theres may might must shall upon within without whose etc eg "
    "ie cant weve theyve youve theyre youre theyll youll youd theyd shes hes whats whos wouldve "
    "couldve shouldve anyones everyones nobodys "
)
_CONTRACTED = re.compile(
    r"(?:i|you|he|she|it|we|they|that|there|here|who|what|how|why|where)['’](?:s|d|ll|ve|re|m)",
    re.I,
)
COMMON = frozenset(_CARRIES_NOTHING.split())


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """One word lower-case, without accents or apostrophes, in British spelling."""
    word = unicodedata.normalize("NFKD", word.casefold())
    if not word.isascii():
        word = "".join(mark for mark in word if not unicodedata.combining(mark))
        word = word.replace("’", "'")
    if word.endswith("'s"):
        word = word[:-2]
    word = word.replace("'", "")[:LONGEST_WORD]
    if word in _AMERICAN:
        return _AMERICAN[word]
    if "or" in word and not word.startswith(_KEPT_OR):
        word = _OR.sub(r"\1our", word)
    if "iz" in word:
        word = _IZE.sub(r"is\1", word)
    return word


@lru_cache(maxsize=200_000)
def root(word: str) -> str:
    """The stem under which a word, as written, is stored and looked up."""
    word = plain(word)
    return stem(_IRREGULAR.get(word, word))


@lru_cache(maxsize=100_000)
def is_common(word: str) -> bool:
    """Whether a word, as written, carries no subject of its own: "she'd" is no shed."""
    return plain(word) in COMMON or bool(_CONTRACTED.fullmatch(word))


def places(text: str) -> list[re.Match[str]]:
    """Every word of the text in order, the common ones included, each with where it stands."""
    return list(_WORD.finditer(text))


def written(text: str) -> list[str]:
    """The words of a text as written, in order, the common ones included."""
    return _WORD.findall(text)


def roots(text: str) -> list[str]:
    """The stems of a text in order, the common words included."""
    return [root(word) for word in _WORD.findall(text)]


def sentences(text: str) -> list[str]:
    """The text cut at sentence ends and line breaks; never an empty piece."""
    return [piece.strip() for piece in SENTENCE.split(text) if piece and piece.strip()]
