"""The way of working: read, changed, tried on an invented case, put in force, taken up again."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from heed.casework.way import parts
from heed.history.models import Entry
from heed.partnership.models import Person
from heed.pathways import operations, packs, queries
from heed.pathways.models import PackDraft, PackVersion
from heed.referrals.tests.factories import make_sent
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]

PAGES = [
    "",
    "text/",
    "compare/",
    "rehearsal/",
    "editions/1/",
    "change/words/",
    "change/groups.review/",
    "add/groups/",
    "take-away/groups.policy/",
]


@pytest.fixture
def desk(two_partnerships: Houses, signed_in: SignIn) -> Callable[..., Any]:
    """Sends or reads a page of the coordinator's way of working: `desk("text/", text="…")`."""
    house = two_partnerships[0]
    client = signed_in(Client(), house.coordinator)

    def page(slug: str = "", **said: Any) -> Any:
        address = f"/{house.partnership.slug}/settings/way-of-working/{slug}"
        return client.post(address, said) if said else client.get(address)

    return page


def shown(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().replace("&#x27;", "'").split())


def typed(answer: Any) -> dict[str, Any]:
    """What the form of a page would send as it stands."""
    form = answer.context["form"]
    said = {}
    for name in form.fields:
        value = form[name].value()
        if isinstance(value, bool):
            value = "yes" if value else "no"
        said[name] = "" if value is None else value
    return said


def begin(house: House, **changes: str) -> PackDraft:
    """A draft that says these words otherwise."""
    way = queries.drafted(house.partnership)
    words = "".join(f'{key} = "{value}"\n' for key, value in changes.items())
    text = f'id = "here"\nname = "Here"\nbase = "england"\n[words]\n{words}'
    return operations.keep_draft(house.partnership, by=house.coordinator, text=text, seen=way.seen)


def test_each_page_is_for_those_who_keep_the_partnership(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    begin = f"/{here.partnership.slug}/settings/way-of-working/"
    urls = [begin + slug for slug in (*PAGES, *(f"part/{one.slug}/" for one in parts.parts()))]
    for person, status in (
        (here.coordinator, 200),
        (here.administrator, 200),
        (there.coordinator, 404),
        (here.chair, 404),
        (here.manager, 404),
    ):
        client = signed_in(Client(), person)
        assert {client.get(url).status_code for url in urls} == {status}
    assert {Client().get(url).status_code for url in urls} == {302}


@pytest.mark.parametrize("pack", ["england", "bexley", "cornwall"])
def test_every_table_and_entry_of_every_pack_has_its_form(
    two_partnerships: Houses, signed_in: SignIn, pack: str
) -> None:
    house = two_partnerships[0]
    operations.adopt(house.partnership, pack=packs.load(pack), by=None)
    client = signed_in(Client(), house.coordinator)
    found = packs.load(pack)
    for part in parts.parts():
        places = [table.address for table in part.tables]
        for listing in part.lists(found):
            places += [f"{listing.place}.{each}" for each in ids_at(found, listing.place)][:2]
        for place in places:
            url = f"/{house.partnership.slug}/settings/way-of-working/change/{place}/"
            assert client.get(url).status_code == 200, place


def ids_at(pack: packs.Pack, place: str) -> list[str]:
    from heed.pathways.changing import at

    return [one["id"] for one in at(pack.model_dump(mode="json"), place)]


def test_a_form_keeps_a_draft_that_changes_nothing_yet(
    two_partnerships: Houses, desk: Callable[..., Any]
) -> None:
    house = two_partnerships[0]
    said = typed(desk("change/clocks.decision/"))
    said |= {"length": "4"}
    assert desk("change/clocks.decision/", **said).status_code == 302
    way = queries.drafted(house.partnership)
    assert way.pack.clock("decision").length == 4
    assert queries.pack_in_force(house.partnership).clock("decision").length == 6
    assert 'id = "decision"\nlength = 4' in way.text
    assert way.text.count("\n") < packs_lines("plymouth") + 40
    page = shown(desk("part/clocks/"))
    assert "This is the draft" in page


def packs_lines(name: str) -> int:
    return sum(f.read_text().count("\n") for f in (packs.PACKS / name).glob("*.toml"))


def test_a_deadline_has_no_length_to_change(desk: Callable[..., Any]) -> None:
    page = desk("change/clocks.notify/")
    assert "length" not in page.context["form"].fields
    assert "is set by Working Together" in shown(page)


def test_what_would_not_agree_is_said_beside_its_field_and_nothing_is_lost(
    two_partnerships: Houses, desk: Callable[..., Any]
) -> None:
    said = typed(desk("change/briefing/"))
    said |= {"words": "60", "title_hint": "Say the lesson first."}
    page = desk("change/briefing/", **said)
    told = shown(page)
    assert "The required sections may hold" in told
    assert page.context["form"].errors["words"]
    assert "Say the lesson first." in told
    assert queries.draft_of(two_partnerships[0].partnership) is None


def test_answers_keep_their_ids_whatever_they_are_called(
    two_partnerships: Houses, desk: Callable[..., Any]
) -> None:
    house = two_partnerships[0]
    place = "change/referral.asks.told/"
    said = typed(desk(place))
    said |= {
        "choices__partly": "",
        "choices__yes": "Yes, all of them know",
        "choices__new": "They asked for it",
    }
    assert desk(place, **said).status_code == 302
    asked = next(q for q in queries.drafted(house.partnership).pack.referral.asks if q.id == "told")
    assert [(c.id, c.label) for c in asked.choices][:1] == [("yes", "Yes, all of them know")]
    assert [c.id for c in asked.choices] == ["yes", "no", "unsafe", "they_asked_for_it"]


def test_entries_are_added_moved_and_taken_away(
    two_partnerships: Houses, desk: Callable[..., Any]
) -> None:
    house = two_partnerships[0]
    added = {
        "name": "Coastal families group",
        "kind": "working",
        "remit": "Families who move with the seasons.",
        "chair_title": "Chair",
        "meets_every_weeks": "8",
        "sectors": ["housing", "education"],
        "seen": "0",
    }
    assert desk("add/groups/", **added).status_code == 302
    way = queries.drafted(house.partnership)
    assert way.pack.groups[-1].id == "coastal_families_group"
    desk("arrange/groups.coastal_families_group/", to="up", seen=way.seen)
    way = queries.drafted(house.partnership)
    assert way.pack.groups[-2].id == "coastal_families_group"
    assert "to put right" in shown(desk("take-away/groups.review/", seen=way.seen))
    assert desk("take-away/groups.coastal_families_group/", seen=way.seen).status_code == 302
    assert "coastal" not in queries.drafted(house.partnership).text


def test_a_stale_save_shows_both_texts(two_partnerships: Houses, desk: Callable[..., Any]) -> None:
    house = two_partnerships[0]
    said = typed(desk("change/groups.policy/"))
    begin(house, lfer="reflection")
    answer = desk("change/groups.policy/", **{**said, "remit": "What we wrote.", "seen": "0"})
    assert answer.status_code == 409
    told = answer.content.decode()
    assert "What we wrote." in told
    assert "Keeps shared procedures and guidance in step" in told
    again = {**said, "remit": "What we wrote.", "seen": str(answer.context["form"]["seen"].value())}
    assert desk("change/groups.policy/", **again).status_code == 302
    assert queries.drafted(house.partnership).pack.group("policy").remit == "What we wrote."


def test_a_text_that_cannot_be_used_is_kept_and_said_by_line_and_key(
    two_partnerships: Houses, desk: Callable[..., Any]
) -> None:
    house = two_partnerships[0]
    text = 'id = "here"\nname = "Here"\nbase = "england"\n\n[words]\nlferr = "reflection"\n'
    assert desk("text/", text=text, seen="0").status_code == 302
    page = shown(desk("text/"))
    assert "lferr" in page
    assert "did you mean &quot;lfer&quot;" in page
    assert "to put right before it can be used" in shown(desk())
    assert desk("change/words/").status_code == 302
    draft = queries.draft_of(house.partnership)
    assert draft is not None
    assert draft.text == text
    sound = text.replace("lferr", "lfer")
    assert desk("text/", text=sound, seen=draft.version).status_code == 302
    assert queries.drafted(house.partnership).pack.word("lfer") == "reflection"


def test_a_text_with_a_page_of_brackets_is_answered(desk: Callable[..., Any]) -> None:
    deep = 'base = "england"\nx = ' + "[" * 5000 + "]" * 5000
    assert desk("text/", text=deep, seen="0").status_code == 302
    assert "brackets or keys stand too deep" in shown(desk("text/"))


def test_it_is_compared_rehearsed_and_put_in_force_for_what_comes_next(
    two_partnerships: Houses, desk: Callable[..., Any]
) -> None:
    house = two_partnerships[0]
    before = make_sent(house).case
    draft = begin(house, lfer="reflection", review_group="Learning circle")
    rows = shown(desk("compare/"))
    assert "“Learning from Experience Review”" in rows
    assert "“reflection”" in rows
    assert desk("put-in-force/").status_code == 302, "not before it was rehearsed"
    walked = shown(desk("rehearsal/?begins=23/11/2026"))
    assert "Monday 23 November 2026" in walked
    assert "of at most 12 questions" in walked
    assert desk("rehearsal/", seen=draft.version).status_code == 302
    seen = shown(desk("put-in-force/")) and PackDraft.objects.get().version
    assert "Say why, in a sentence" in shown(desk("put-in-force/", why="", seen=seen))
    assert desk("put-in-force/", why="Agreed on 19 November.", seen=seen).status_code == 302
    now = queries.in_force(house.partnership)
    assert (now.number, now.adopted_by, now.note) == (
        2,
        house.coordinator,
        "Agreed on 19 November.",
    )
    assert queries.draft_of(house.partnership) is None
    before.refresh_from_db()
    assert queries.pack_of(before).word("lfer") == "Learning from Experience Review"
    assert queries.pack_of(make_sent(house).case).word("lfer") == "reflection"
    assert house.partnership.groups.get(key="review").name == now.pack.review_group.name
    verbs = set(
        Entry.objects.filter(subject__startswith="pathways.").values_list("verb", flat=True)
    )
    assert {
        "began a draft way of working",
        "rehearsed the draft way of working",
        "adopted a way of working",
    } <= verbs
    page = shown(desk("editions/2/"))
    assert "Agreed on 19 November." in page
    assert "“reflection”" in page
    assert queries.drafted(two_partnerships[1].partnership).draft is None


def test_a_change_after_the_rehearsal_wants_another(
    two_partnerships: Houses, desk: Callable[..., Any]
) -> None:
    house = two_partnerships[0]
    draft = begin(house, lfer="reflection")
    operations.note_rehearsal(draft, by=house.coordinator, seen=draft.version)
    assert desk("put-in-force/").status_code == 200
    begin(house, lfer="look back")
    assert desk("put-in-force/").status_code == 302
    assert PackVersion.objects.filter(partnership=house.partnership).count() == 1


def test_an_earlier_edition_is_taken_up_again(
    two_partnerships: Houses, desk: Callable[..., Any]
) -> None:
    house = two_partnerships[0]
    old = queries.pack_in_force(house.partnership)
    draft = begin(house, lfer="reflection")
    draft = operations.note_rehearsal(draft, by=house.coordinator, seen=draft.version)
    operations.put_in_force(draft, by=house.coordinator, why="To try.", seen=draft.version)
    assert desk("editions/1/take-up/", yes="1").status_code == 302
    assert queries.drafted(house.partnership).pack == old
    assert desk("editions/1/take-up/", yes="1").status_code == 409
    draft = PackDraft.objects.get()
    assert desk("throw-away/", seen=draft.version).status_code == 302
    assert not PackDraft.objects.exists()


def test_one_of_heeds_prompts_is_switched_off(
    two_partnerships: Houses, desk: Callable[..., Any]
) -> None:
    house = two_partnerships[0]
    assert "failed to refer" in shown(desk("part/style/"))
    assert desk("add/language/?prompt=failed-to").status_code == 200
    said = {"off": "yes", "phrases": "", "why": "", "instead": "", "seen": "0"}
    assert desk("add/language/?prompt=failed-to", **said).status_code == 302
    (own,) = queries.drafted(house.partnership).pack.language
    assert (own.id, own.off) == ("failed-to", True)


def test_the_settings_lead_there(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    page = signed_in(Client(), house.coordinator).get(f"/{house.partnership.slug}/settings/")
    assert "settings/way-of-working/" in page.content.decode()


@pytest.mark.parametrize("slug", ["", "part/referral/", "rehearsal/"])
def test_the_pages_cost_little(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable[..., Any], slug: str
) -> None:
    house = two_partnerships[0]
    begin(house, lfer="reflection")
    client = signed_in(Client(), house.coordinator)
    with statements() as made:
        client.get(f"/{house.partnership.slug}/settings/way-of-working/{slug}")
    made.at_most(10)
