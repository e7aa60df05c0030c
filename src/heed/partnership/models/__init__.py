"""The models, by what they are about."""

from heed.partnership.models.bodies import Agency, Authority, Group, Partnership
from heed.partnership.models.cases import (
    Case,
    CaseSubject,
    Incident,
    Recorded,
    RegisteredName,
    ShutOut,
    Subject,
)
from heed.partnership.models.codes import Knock, MailCode
from heed.partnership.models.held import HeldPost
from heed.partnership.models.people import Part, Person, Post

__all__ = [
    "Agency",
    "Authority",
    "Case",
    "CaseSubject",
    "Group",
    "HeldPost",
    "Incident",
    "Knock",
    "MailCode",
    "Part",
    "Partnership",
    "Person",
    "Post",
    "Recorded",
    "RegisteredName",
    "ShutOut",
    "Subject",
]
