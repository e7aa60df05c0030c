"""The shapes of the read API's answers, as its description gives them."""

from datetime import date, datetime

from ninja import Field, Schema


class ThemeOut(Schema):
    """A theme of learning."""

    id: str
    label: str
    group: str = Field(description="The family of themes that it belongs to")
    definition: str


class ValueOut(Schema):
    """A value that `age` or `role` takes, and what people read for it."""

    id: str
    label: str


class TaxonomyOut(Schema):
    """By what learning is found."""

    themes: list[ThemeOut]
    ages: list[ValueOut]
    roles: list[ValueOut]


class PartnershipOut(Schema):
    """A safeguarding children partnership that publishes here."""

    slug: str
    name: str
    library: str = Field(description="The address of its library")
    atom: str
    json_feed: str


class LearningOut(Schema):
    """A published page, in short."""

    id: str = Field(description="Stays the same for good, also when the page is taken down")
    partnership: str
    number: int
    slug: str
    title: str
    focus: str
    audience: str = Field(description="Whom it is for, in the words of whoever wrote it")
    minutes: int = Field(description="How long a careful reader needs")
    themes: list[str]
    ages: list[str]
    roles: list[str] = Field(description="Whom it is for; none means everyone")
    released_on: date
    looked_at_on: date
    review_by: date
    ends_on: date = Field(description="The day on which it leaves the library unless renewed")
    updated: datetime
    address: str


class SectionOut(Schema):
    """One section; lines that begin with a hyphen are points."""

    heading: str
    text: str


class ChangeOut(Schema):
    """What has changed since, in a sentence."""

    text: str
    shown_on: date


class WholeOut(LearningOut):
    """A published page with all its words."""

    sections: list[SectionOut]
    questions: list[str]
    changes: list[ChangeOut] = Field(description="What has changed since")
    caveat: str
    sheet: str = Field(description="The address of the page as one sheet of paper (PDF)")


class PageOut(Schema):
    """One page of a list."""

    count: int
    next: str | None = Field(None, description="The address of the next page of the list")
    items: list[LearningOut]


class GoneOut(Schema):
    """A page that was taken down. Please take your copy of it down too."""

    id: str
    partnership: str
    number: int
    slug: str
    gone_on: date
    sentence: str = Field(description="What the page's address says now")
    address: str


class WithdrawalsOut(Schema):
    """Pages that were taken down since a day."""

    count: int
    items: list[GoneOut]
