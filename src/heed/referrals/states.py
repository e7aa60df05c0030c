"""The states of a referral, and what the agency's representative said."""

from enum import StrEnum


class ReferralState(StrEnum):
    """Where a referral stands."""

    DRAFT = "draft"
    SENT = "sent"
    MORE_ASKED = "more_asked"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


MOVES: dict[StrEnum, frozenset[StrEnum]] = {
    ReferralState.DRAFT: frozenset({ReferralState.SENT, ReferralState.WITHDRAWN}),
    ReferralState.SENT: frozenset(
        {ReferralState.MORE_ASKED, ReferralState.ANSWERED, ReferralState.WITHDRAWN}
    ),
    # A group may decide while the referrer is still asked for more.
    ReferralState.MORE_ASKED: frozenset(
        {ReferralState.SENT, ReferralState.ANSWERED, ReferralState.WITHDRAWN}
    ),
}

WORDS: dict[ReferralState, str] = {
    ReferralState.DRAFT: "Draft",
    ReferralState.SENT: "Sent",
    ReferralState.MORE_ASKED: "More asked for",
    ReferralState.ANSWERED: "Decided",
    ReferralState.WITHDRAWN: "Withdrawn",
}

#: In these states the referrer can still change the answers.
BEING_WRITTEN = frozenset({ReferralState.DRAFT, ReferralState.MORE_ASKED})


#: In these states nobody adds to the later sections; a case that has ended closes them too.
LATER_CLOSED = frozenset({ReferralState.DRAFT, ReferralState.WITHDRAWN})


class Agreed(StrEnum):
    """What the referrer said of a referral that somebody entered for them."""

    READ_BACK = "read_back"
    OWN_WORDS = "own_words"
    NOT_YET = "not_yet"


AGREED_WORDS: dict[Agreed, str] = {
    Agreed.READ_BACK: "It was read back to them, and they agreed",
    Agreed.OWN_WORDS: "It is what they wrote themselves, word for word",
    Agreed.NOT_YET: "They have not seen or heard it yet",
}


class Agreement(StrEnum):
    """What the representative of the referrer's agency said. It never blocks a referral."""

    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    NOT_ASKED = "not_asked"


AGREEMENT_WORDS: dict[Agreement, str] = {
    Agreement.AGREED: "Agrees that it should be referred",
    Agreement.NOT_AGREED: "Does not agree",
    Agreement.NOT_ASKED: "Has not been asked",
}


class CameBy(StrEnum):
    """The door by which a referral came in."""

    MEMBER = "member"
    GUEST = "guest"
    PUBLIC = "public"
    ENTERED = "entered"


CAME_BY_WORDS: dict[CameBy, str] = {
    CameBy.MEMBER: "From somebody who signed in",
    CameBy.GUEST: "From a guest whom we invited",
    CameBy.PUBLIC: "By the public form",
    CameBy.ENTERED: "Entered here for somebody else",
}

#: By these doors people come without an account: a code shows that they read their mailbox.
BY_CODE = frozenset({CameBy.GUEST, CameBy.PUBLIC})
