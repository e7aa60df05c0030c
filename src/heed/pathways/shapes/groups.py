"""The groups of a partnership, and the sectors that sit round their tables."""

from typing import Literal

from pydantic import Field

from heed.pathways.shapes.shape import Id, Shape, Source, Text, describe

SECTORS: dict[str, str] = {
    "childrens_services": "Local authority children's services, early help included.",
    "police": "Police.",
    "health_commissioner": "The integrated care board.",
    "health_provider": "Hospitals, community, mental health and maternity services.",
    "primary_care": "General practice, dentistry and pharmacy.",
    "public_health": "Public health, health visiting and school nursing where the council buys it.",
    "education": "Schools, colleges and the education service.",
    "early_years": "Nurseries, childminders and other early years settings.",
    "youth_justice": "The youth justice service.",
    "probation": "Probation.",
    "adult_services": "Adult social care and adult safeguarding.",
    "housing": "Housing and homelessness services.",
    "drug_and_alcohol": "Drug and alcohol services.",
    "domestic_abuse": "Domestic abuse services.",
    "voluntary": "Charities and community organisations.",
    "faith": "Faith communities.",
    "family_courts": "The children and family court advisory service.",
    "fire_and_rescue": "Fire and rescue.",
    "ambulance": "The ambulance service.",
    "community_safety": "The community safety partnership.",
    "legal": "Legal advice to the partnership.",
    "other": "Anybody else.",
}

Sector = Literal[
    "childrens_services", "police", "health_commissioner", "health_provider", "primary_care",
    "public_health", "education", "early_years", "youth_justice", "probation", "adult_services",
    "housing", "drug_and_alcohol", "domestic_abuse", "voluntary", "faith", "family_courts",
    "fire_and_rescue", "ambulance", "community_safety", "legal", "other",
]  # fmt: skip


class Quorum(Shape):
    """How many people, and from which sectors, a group needs before it may decide."""

    at_least: int = Field(default=3, ge=1, le=40, description="How many members must be there.")
    sectors: tuple[Sector, ...] = Field(
        default=(), description="Sectors that must each have somebody there."
    )
    when_short: str = Field(
        default="",
        description="What the group may still do when it is short, in a sentence.",
    )
    source: Source = Field(default="local", description="Where the rule comes from.")


class Group(Shape):
    """A group that meets: the review group, a working group, a forum or a board."""

    id: Id = describe("The name by which other parts of the pack call it.")
    name: Text = describe("Its full name.")
    short: str = Field(default="", description="Its short name; empty to use the full one.")
    remit: Text = describe("What it is for, in a sentence or two.")
    kind: Literal["review", "working", "forum", "board"] = describe(
        "review: decides what cases call for. working: takes recommendations on. forum: several "
        "boards learn together. board: oversees."
    )
    chair_title: str = Field(default="Chair", description="The post that chairs it.")
    co_chair_titles: tuple[Text, ...] = Field(
        default=(), description="Others who chair it jointly, by post."
    )
    sectors: tuple[Sector, ...] = Field(default=(), description="The sectors that are members.")
    meets_every_weeks: int = Field(
        default=0, ge=0, le=52, description="Weeks from one meeting to the next. 0: as called."
    )
    quorum: Quorum = Field(default=Quorum(), description="What it needs to decide.")
    standing_items: tuple[Text, ...] = Field(
        default=(), description="What is on every agenda, in order."
    )
    admits: tuple[Text, ...] = Field(
        default=(), description="What has to be so before it takes an item; all of them are asked."
    )
    hands_to: tuple[Id, ...] = Field(
        default=(), description="Groups to which it passes items, by id."
    )
    source: Source = Field(default="local", description="Where its remit comes from.")
