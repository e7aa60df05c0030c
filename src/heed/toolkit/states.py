"""The states of a module, what owners say of it, and what it can be. Plain Python."""

from enum import StrEnum


class ModuleState(StrEnum):
    """Where the words of a module stand. What is on the shelves stays while they are changed."""

    DRAFT = "draft"
    WAITING = "waiting"
    SHOWN = "shown"


MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    ModuleState.DRAFT: frozenset({ModuleState.WAITING}),
    ModuleState.WAITING: frozenset({ModuleState.DRAFT, ModuleState.SHOWN}),
    ModuleState.SHOWN: frozenset({ModuleState.DRAFT}),
}

WORDS: dict[ModuleState, str] = {
    ModuleState.DRAFT: "Being written",
    ModuleState.WAITING: "Waits to be agreed",
    ModuleState.SHOWN: "In the library",
}


class ModuleKind(StrEnum):
    """What a module is for, in the order in which a theme's page shows them."""

    REFLECT = "reflect"
    TOOLS = "tools"
    TRAINING = "training"
    POLICY = "policy"
    NATIONAL = "national"


KIND_WORDS: dict[ModuleKind, str] = {
    ModuleKind.REFLECT: "Reflect",
    ModuleKind.TOOLS: "Tools",
    ModuleKind.TRAINING: "Training",
    ModuleKind.POLICY: "Policy and pathways",
    ModuleKind.NATIONAL: "National links",
}

KIND_HINTS: dict[ModuleKind, str] = {
    ModuleKind.REFLECT: "questions for one person, for supervision or for a team",
    ModuleKind.TOOLS: "something to use with a family or in a meeting",
    ModuleKind.TRAINING: "courses, recordings and events",
    ModuleKind.POLICY: "what to do here, and whom to ask",
    ModuleKind.NATIONAL: "guidance and learning from elsewhere",
}


class Says(StrEnum):
    """What an owner says of one edition of a module. Without a word from it: not yet."""

    AGREED = "agreed"
    ASKED = "asked"
    TAKEN_BACK = "taken_back"


SAYS_WORDS: dict[str, str] = {
    "": "Not yet",
    Says.AGREED: "Agreed",
    Says.ASKED: "Asked for a change",
    Says.TAKEN_BACK: "Taken back",
}


class ShareState(StrEnum):
    """Where a partnership stands with a toolkit."""

    ASKED = "asked"
    OWNS = "owns"
    LEFT = "left"


SHARE_WORDS: dict[ShareState, str] = {
    ShareState.ASKED: "Asked to share it",
    ShareState.OWNS: "Owns it",
    ShareState.LEFT: "No longer shares it",
}
