"""The states of a public sentence on what has changed since. Plain Python."""

from enum import StrEnum


class ChangeState(StrEnum):
    """Where the sentence stands: written, agreed by somebody else, on the page, taken down."""

    DRAFT = "draft"
    AGREED = "agreed"
    SHOWN = "shown"
    TAKEN_DOWN = "taken_down"


MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    ChangeState.DRAFT: frozenset({ChangeState.AGREED}),
    ChangeState.AGREED: frozenset({ChangeState.DRAFT, ChangeState.SHOWN}),
    ChangeState.SHOWN: frozenset({ChangeState.TAKEN_DOWN}),
    ChangeState.TAKEN_DOWN: frozenset({ChangeState.DRAFT}),
}

WORDS: dict[ChangeState, str] = {
    ChangeState.DRAFT: "Written, not agreed yet",
    ChangeState.AGREED: "Agreed, not shown yet",
    ChangeState.SHOWN: "On the page",
    ChangeState.TAKEN_DOWN: "Taken down",
}


class FormKind(StrEnum):
    """What a released page can be besides itself."""

    TRANSLATION = "translation"
    AUDIO = "audio"
    EASY_READ = "easy-read"


KIND_WORDS: dict[FormKind, str] = {
    FormKind.TRANSLATION: "Translation",
    FormKind.AUDIO: "Recording",
    FormKind.EASY_READ: "Easy Read",
}


class FormState(StrEnum):
    """Where it stands. Only what is shown can be read by anybody else."""

    DRAFT = "draft"
    WAITING = "waiting"
    SHOWN = "shown"


FORM_MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    FormState.DRAFT: frozenset({FormState.WAITING}),
    FormState.WAITING: frozenset({FormState.DRAFT, FormState.SHOWN}),
    FormState.SHOWN: frozenset({FormState.DRAFT}),
}

FORM_WORDS: dict[FormState, str] = {
    FormState.DRAFT: "Being made",
    FormState.WAITING: "Waits for a second reader",
    FormState.SHOWN: "In the library",
}

ENGLISH = "en"

#: Language → its name in English, its own name. Those most asked for in England.
LANGUAGES: dict[str, tuple[str, str]] = {
    ENGLISH: ("English", "English"),
    "cy": ("Welsh", "Cymraeg"),
    "kw": ("Cornish", "Kernewek"),
    "pl": ("Polish", "Polski"),
    "ro": ("Romanian", "Română"),
    "pa": ("Punjabi", "ਪੰਜਾਬੀ"),
    "ur": ("Urdu", "اردو"),
    "ar": ("Arabic", "العربية"),
    "bn": ("Bengali", "বাংলা"),
    "gu": ("Gujarati", "ગુજરાતી"),
    "so": ("Somali", "Soomaali"),
    "fa": ("Farsi", "فارسی"),
    "ps": ("Pashto", "پښتو"),
    "ku": ("Kurdish (Kurmanji)", "Kurmancî"),
    "ckb": ("Kurdish (Sorani)", "کوردی"),
    "ti": ("Tigrinya", "ትግርኛ"),
    "am": ("Amharic", "አማርኛ"),
    "tr": ("Turkish", "Türkçe"),
    "pt": ("Portuguese", "Português"),
    "es": ("Spanish", "Español"),
    "fr": ("French", "Français"),
    "it": ("Italian", "Italiano"),
    "lt": ("Lithuanian", "Lietuvių"),
    "bg": ("Bulgarian", "Български"),
    "uk": ("Ukrainian", "Українська"),
    "ru": ("Russian", "Русский"),
    "sq": ("Albanian", "Shqip"),
    "vi": ("Vietnamese", "Tiếng Việt"),
    "zh": ("Chinese", "中文"),
    "ta": ("Tamil", "தமிழ்"),
    "yi": ("Yiddish", "ייִדיש"),
    "he": ("Hebrew", "עברית"),
}

RIGHT_TO_LEFT = frozenset({"ur", "ar", "fa", "ps", "ckb", "yi", "he"})


def direction(language: str) -> str:
    """How a language runs: ``ltr`` or ``rtl``."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


class HeardKind(StrEnum):
    """What somebody says beside a page."""

    SEEN_HERE = "seen_here"
    IDEA = "idea"


HEARD_WORDS: dict[HeardKind, str] = {
    HeardKind.SEEN_HERE: "Seen here too",
    HeardKind.IDEA: "An idea for how my own agency works",
}

HEARD_HINTS: dict[HeardKind, str] = {
    HeardKind.SEEN_HERE: "The coordinator and the group that decides on reviews read it.",
    HeardKind.IDEA: "Your agency’s own representative reads it, and nobody beyond your agency.",
}


class HeardState(StrEnum):
    """Whether whoever said it has had an answer."""

    NEW = "new"
    ANSWERED = "answered"


HEARD_MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    HeardState.NEW: frozenset({HeardState.ANSWERED}),
}

HEARD_STATE_WORDS: dict[HeardState, str] = {
    HeardState.NEW: "Not answered yet",
    HeardState.ANSWERED: "Answered",
}
