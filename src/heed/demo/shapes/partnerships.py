"""The shape of a partnership: where it is, who works there, what its groups write."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from heed.demo.shapes.base import GroupKey, Key, Mail, Prose, Shape


class Authority(Shape):
    """A local authority that a partnership covers, and whom it tells of a serious incident."""

    key: Key
    name: str
    telephone: str
    notifier_post: str
    notifier_email: Mail
    deputy_post: str
    deputy_email: Mail


class Agency(Shape):
    """An agency that works with a partnership; `sector` is one of the packs' sectors.

    `formerly` is the name of the one that it took over from, `succeeded_months_ago`.
    """

    key: Key
    name: str
    sector: str
    formerly: str | None = None
    succeeded_months_ago: int | None = None


class Group(Shape):
    """A group that meets. `key` is its id in the partnership's pack; `remit` is one sentence."""

    key: GroupKey
    name: str
    kind: Literal["review", "working", "forum"]
    remit: Prose


class Part(Shape):
    """What a person is in the partnership: in an agency, in a group, or in all of it."""

    part: Literal[
        "coordinator",
        "chair",
        "member",
        "representative",
        "manager",
        "contributor",
        "facilitator",
        "owner",
        "partner_executive",
        "scrutineer",
        "administrator",
    ]
    agency: Key | None = None
    group: GroupKey | None = None


class Person(Shape):
    """A person who works with a partnership. `today` puts them on the sign-in page.

    `today` says in one line what they would do with their day. People without it exist and can
    be given work, and are not offered at sign-in.
    """

    key: Key
    name: str
    email: Mail
    job: str
    agency: Key | None = None
    parts: tuple[Part, ...] = ()
    persona: str | None = None
    today: Prose | None = None


class Partnership(Shape):
    """A partnership, its way of working (`pack`), where it meets and what its minutes say."""

    slug: Key
    name: str
    short_name: str
    prefix: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    pack: str
    mailbox: Mail
    colour: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
    telephone: str
    front_door: str
    places: Annotated[tuple[str, ...], Field(min_length=1)]
    minutes: Annotated[tuple[Prose, ...], Field(min_length=1)]
    authorities: tuple[Authority, ...]
    agencies: tuple[Agency, ...]
    groups: tuple[Group, ...]


class Everyday(Shape):
    """What people write when there is little to say.

    `no` is by criterion; `family` is how a group means to begin with a family; `begun` what an
    owner says half-way; `too_soon` what is seen at a first look. `readers` says by which work a
    page is found in the library, from those whom it names; "everyone" is all of them.
    """

    no: dict[str, Annotated[tuple[Prose, ...], Field(min_length=2)]]
    family: Annotated[tuple[Prose, ...], Field(min_length=2)]
    begun: Annotated[tuple[Prose, ...], Field(min_length=2)]
    too_soon: Annotated[tuple[Prose, ...], Field(min_length=2)]
    readers: dict[str, Key]
