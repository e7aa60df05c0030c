"""Whether the parts of a pack agree: what one names, another holds."""

from collections.abc import Iterator

from heed.pathways import style
from heed.pathways.lines import Path
from heed.pathways.shapes import DELIVERY, EFFECT, NOT_KNOWN, Pack, Question

MOST_QUESTIONS = 12
"""The page that asks whom it is about is one of them, and stands in every referral."""
FIXED_BY_LAW = ("kind", "length", "unit", "earliest", "counts_from", "on_a_day_off", "pausable")
"""What a pack may not change of a deadline. What starts it, areas read differently."""
OWN_PAGES = ("about", "representative", "check")
"""Pages that every referral has, so that no question may take their names."""
ASKING_FOR = ("learning", "good_practice", "statutory", "unsure")


def disagreements(pack: Pack) -> Iterator[tuple[Path, str]]:
    """Every place where a pack contradicts itself, with a sentence."""
    yield from _groups(pack)
    yield from _routes(pack)
    yield from _clocks(pack)
    yield from _referral(pack)
    yield from _briefing(pack)
    yield from _states(pack)
    yield from style.disagreements(pack)


def _groups(pack: Pack) -> Iterator[tuple[Path, str]]:
    ids = {group.id for group in pack.groups}
    reviewing = [group for group in pack.groups if group.kind == "review"]
    if len(reviewing) != 1:
        yield ("groups",), f"one group has to be of kind review; {len(reviewing)} are"
    for group in pack.groups:
        for other in set(group.hands_to) - ids:
            yield ("groups", group.id, "hands_to"), f'there is no group "{other}"'
        if group.quorum.sectors and group.sectors:
            for sector in set(group.quorum.sectors) - set(group.sectors):
                yield (
                    ("groups", group.id, "quorum", "sectors"),
                    f'"{sector}" is needed for a quorum but is not one of the group\'s sectors',
                )


def _routes(pack: Pack) -> Iterator[tuple[Path, str]]:
    routes = {route.id for route in pack.routes}
    clocks = {clock.id for clock in pack.clocks}
    criteria = {each.id for each in pack.criteria}
    for route in pack.routes:
        here = ("routes", route.id)
        for name, known, said in (
            ("starts_clocks", clocks, route.starts_clocks),
            ("criteria", criteria, route.criteria),
            ("follows", routes, route.follows),
        ):
            for other in sorted(set(said) - known):
                yield (*here, name), f'there is nothing called "{other}"'
        if not route.statutory:
            for clock in pack.clocks:
                if clock.id in route.starts_clocks and clock.kind == "deadline":
                    yield (
                        (*here, "starts_clocks"),
                        f'"{clock.id}" is a deadline, but no law times this route; '
                        "make it a target",
                    )


def _clocks(pack: Pack) -> Iterator[tuple[Path, str]]:
    if pack.incident.clock not in {clock.id for clock in pack.clocks}:
        yield ("incident", "clock"), f'there is no clock "{pack.incident.clock}"'
    for clock in pack.clocks:
        if clock.kind == "deadline" and clock.pausable:
            yield ("clocks", clock.id, "pausable"), "a deadline never moves, so it cannot pause"
        if clock.earliest > clock.length:
            yield (
                ("clocks", clock.id, "earliest"),
                "the earliest cannot come after the length of the clock",
            )


def bent_deadlines(pack: Pack, base: Pack) -> Iterator[tuple[Path, str]]:
    """Deadlines of the base that a pack would move: law sets them, a partnership cannot."""
    clocks = {clock.id: clock for clock in pack.clocks}
    for law in base.clocks:
        if law.kind != "deadline":
            continue
        here = ("clocks", law.id)
        said = clocks.get(law.id)
        if said is None:
            yield here, f"this deadline cannot be taken away: {law.source} sets it"
            continue
        for key in FIXED_BY_LAW:
            if getattr(said, key) != getattr(law, key):
                yield (
                    (*here, key),
                    f"a deadline cannot be changed here: {law.source} sets it; "
                    f'its {key} is "{getattr(law, key)}"',
                )


def _referral(pack: Pack) -> Iterator[tuple[Path, str]]:
    first = pack.referral.asks[0]
    offered = {choice.id for choice in first.choices}
    if first.id != "asking_for" or not offered <= set(ASKING_FOR):
        yield (
            ("referral", "asks"),
            'the first question has to be "asking_for", with choices from ' + ", ".join(ASKING_FOR),
        )
        return
    for question in pack.referral.asks:
        if question.id in OWN_PAGES:
            yield (
                ("referral", "asks", question.id, "id"),
                f'every referral has a page called "{question.id}"; give the question another id',
            )
    for kind in ("learning", "good_practice"):
        met = 1 + sum(may_be_asked(question, kind) for question in pack.referral.asks)
        if met > MOST_QUESTIONS:
            yield (
                ("referral", "asks"),
                f"somebody who asks for {kind.replace('_', ' ')} meets {met} questions, with "
                f"the one on whom it is about; {MOST_QUESTIONS} is the most",
            )


def may_be_asked(question: Question, asking_for: str) -> bool:
    """Whether a referral of this kind can meet the question, whatever else is answered."""
    waits = question.when
    return waits is None or waits.question != "asking_for" or asking_for in waits.equals


def _briefing(pack: Pack) -> Iterator[tuple[Path, str]]:
    page = pack.briefing
    if page.sign_off_by not in {group.id for group in pack.groups}:
        yield ("briefing", "sign_off_by"), f'there is no group "{page.sign_off_by}"'
    aims = {aim.id for aim in pack.scope.aims}
    for section in page.sections:
        if section.aim and section.aim not in aims:
            yield ("briefing", "sections", section.id, "aim"), f'there is no aim "{section.aim}"'
    told = sum(section.words for section in page.sections if section.required)
    if told > page.words:
        yield (
            ("briefing", "words"),
            f"the required sections may hold {told} words, and the page only {page.words}",
        )


def _states(pack: Pack) -> Iterator[tuple[Path, str]]:
    for name, known, said in (
        ("delivery", DELIVERY, pack.recommendations.delivery),
        ("effect", EFFECT, pack.recommendations.effect),
    ):
        ids = {state.id for state in said}
        for missing in sorted(set(known) - ids):
            yield ("recommendations", name), f'the state "{missing}" has no word'
        for strange in sorted(ids - set(known)):
            yield ("recommendations", name, strange), f'there is no state "{strange}"'


__all__ = [
    "ASKING_FOR",
    "FIXED_BY_LAW",
    "MOST_QUESTIONS",
    "NOT_KNOWN",
    "bent_deadlines",
    "disagreements",
    "may_be_asked",
]
