"""The shape of a pack: every key that a way of working may have, documented and checked.

Plain Python with no Django. `docs/reference/packs.md` is drawn from these classes.
"""

from heed.pathways.shapes.alongside import Alongside, Basis
from heed.pathways.shapes.groups import SECTORS, Group, Quorum
from heed.pathways.shapes.language import Language
from heed.pathways.shapes.pack import Link, Pack, Switches
from heed.pathways.shapes.questions import (
    NOT_KNOWN,
    Choice,
    Question,
    QuestionKind,
    Section,
    When,
)
from heed.pathways.shapes.routes import (
    EVENTS,
    Clock,
    CriteriaSet,
    Criterion,
    Limb,
    Route,
    SeriousIncident,
)
from heed.pathways.shapes.shape import Shape
from heed.pathways.shapes.stages import (
    DELIVERY,
    EFFECT,
    AddOn,
    AgendaPart,
    Agreement,
    Aim,
    Decision,
    Event,
    Gate,
    Layout,
    LayoutSection,
    NotFor,
    Prompt,
    Recommendations,
    Referral,
    ReturnForm,
    Rung,
    Scope,
    Standard,
    StateWord,
)
from heed.pathways.shapes.using import UsePart, Using
from heed.pathways.shapes.words import LETTERS, WORDS

__all__ = [
    "DELIVERY",
    "EFFECT",
    "EVENTS",
    "LETTERS",
    "NOT_KNOWN",
    "SECTORS",
    "WORDS",
    "AddOn",
    "AgendaPart",
    "Agreement",
    "Aim",
    "Alongside",
    "Basis",
    "Choice",
    "Clock",
    "CriteriaSet",
    "Criterion",
    "Decision",
    "Event",
    "Gate",
    "Group",
    "Language",
    "Layout",
    "LayoutSection",
    "Limb",
    "Link",
    "NotFor",
    "Pack",
    "Prompt",
    "Question",
    "QuestionKind",
    "Quorum",
    "Recommendations",
    "Referral",
    "ReturnForm",
    "Route",
    "Rung",
    "Scope",
    "Section",
    "SeriousIncident",
    "Shape",
    "Standard",
    "StateWord",
    "Switches",
    "UsePart",
    "Using",
    "When",
]
