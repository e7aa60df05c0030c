"""The library as the partnerships have theirs: dated, short, for every sector, open to all."""

from datetime import timedelta

from django.test import Client

from heed import clock
from heed.briefings import operations, queries
from heed.briefings.models import PageTheme, ReleasedPage
from heed.briefings.tests.factories import (
    NAME,
    make_draft,
    make_released,
    make_signed_off,
    settle_all,
)
from heed.design.dates import month
from heed.partnership import operations as partnership
from heed.partnership.states import Stage
from tests.houses import House
from tests.seed_rows.conftest import Open

Houses = tuple[House, House]
LIBRARY = "/harrowmere/learning/"


def shown(address: str = LIBRARY) -> str:
    """A page as anybody reads it, without an account."""
    return " ".join(Client().get(address).content.decode().split())


def test_s0_8_the_list_goes_by_month_newest_first(two_partnerships: Houses) -> None:
    """Briefing library dated month-year, newest first: each month is a heading of the list."""
    house = two_partnerships[0]
    older = make_released(house, title="What a caller heard")
    earlier = clock.today() - timedelta(days=70)
    ReleasedPage.objects.filter(pk=older.pk).update(released_on=earlier)
    make_released(house, title="Asking who is at home")
    page = shown()
    in_order = [
        f'class="heed-month">{month(clock.today())}',
        "Asking who is at home",
        f'class="heed-month">{month(earlier)}',
        "What a caller heard",
    ]
    at = [page.index(one) for one in in_order]
    assert at == sorted(at)


def test_s0_9_each_page_has_its_focus_in_the_list(two_partnerships: Houses) -> None:
    """Short focus summary each: it stands under every title, in the list, the feed and the page."""
    made = make_released(two_partnerships[0], focus="How one question changed what people knew.")
    for address in (LIBRARY, f"{LIBRARY}{made.slug}/", "/harrowmere/library/feed.xml"):
        assert "How one question changed what people knew." in shown(address), address


def test_s0_10_guidance_for_practice_stands_beside_briefings(house_of: Open) -> None:
    """Second output type: practice guidance. Chosen as a route like any other, made through the
    same checks, and told apart in the list, in the search and on its page."""
    house = house_of("cornwall")
    make_released(house, title="What a caller heard")
    made = make_signed_off(house, title="Coming home after a placement")
    partnership.set_stage(
        made.case, by=house.coordinator, stage=Stage.RELEASE, route="practice_guidance"
    )
    for hit in queries.read(made).unsettled:
        operations.keep_words(made, by=house.facilitator, mark=hit.mark, reason="It is invented.")
    settle_all(made, house)
    guidance = operations.release(made, by=house.coordinator, seen=made.version)
    at = f"/{house.partnership.slug}/learning/"
    for address in (at, f"{at}?q=placement", f"{at}{guidance.slug}/"):
        page = shown(address)
        assert page.count("Practice guidance. ") == 1, address
        assert "Coming home after a placement" in page
    listed = shown(at)
    assert "Practice guidance. " in listed.split("Coming home after a placement")[1][:300]


def test_s0_14_identity_and_culture_are_ways_in(two_partnerships: Houses) -> None:
    """Identity/culture facets (LGBT parents, faith community): each is a theme to narrow by, and is
    found by the words that people use."""
    house = two_partnerships[0]
    for title, theme in (
        ("Two mothers, one form", "gender-sexuality"),
        ("Whom the family turned to", "culture-faith-language"),
    ):
        page = make_released(house, title=title)
        PageTheme.objects.create(page=page, theme=theme)
    parents = shown(f"{LIBRARY}?theme=gender-sexuality")
    assert "Two mothers, one form" in parents
    assert "Whom the family turned to" not in parents
    assert "Whom the family turned to" in shown(f"{LIBRARY}?theme=culture-faith-language")


def made_for(house: House, roles: list[str], title: str) -> ReleasedPage:
    """A released page that names its readers, chosen as its writer chooses them."""

    page = make_draft(house, title=title)
    page = operations.choose_themes(
        page, by=house.facilitator, seen=page.version, themes=page.themes, roles=roles
    )
    page = operations.send_to_group(page, by=house.facilitator, seen=page.version, because="Seen.")
    operations.sign_off(page, by=house.chair, seen=page.version)
    for hit in queries.read(page).unsettled:
        operations.keep_words(page, by=house.facilitator, mark=hit.mark, reason="It is invented.")
    settle_all(page, house)
    return operations.release(page, by=house.coordinator, seen=page.version)


def test_s0_16_readers_of_every_sector_find_theirs(two_partnerships: Houses) -> None:
    """Cross-sector audience: a page names several sectors, and each finds it by its own work."""
    house = two_partnerships[0]
    made_for(house, ["schools", "police", "community"], "What a caller heard")
    for role in ("schools", "police", "community"):
        assert "What a caller heard" in shown(f"{LIBRARY}?role={role}")
    assert "What a caller heard" not in shown(f"{LIBRARY}?role=housing")
    assert "Charities, faith groups and clubs (1)" in shown()


def test_s0_18_the_list_tells_nothing_of_a_case(two_partnerships: Houses) -> None:
    """No identifying detail in listing: no name, reference or pseudonym, in whatever form it is
    taken."""
    made = make_released(two_partnerships[0])
    assert made.briefing
    for address in (
        LIBRARY,
        "/harrowmere/learning-a-to-z/",
        "/harrowmere/library/feed.xml",
        "/harrowmere/library/feed.json",
        "/harrowmere/library/learning.csv",
        "/harrowmere/library/embed/",
        "/api/v1/learning",
    ):
        page = shown(address)
        assert made.title in page, address
        for kept_back in (*NAME.split(), "Wren", made.briefing.reference):
            assert kept_back not in page, (address, kept_back)


def test_s3_21_anybody_reads_without_an_account(two_partnerships: Houses) -> None:
    """Free, open to all practitioners: page, sheet, theme, feed and table open without an account
    and without a cookie."""
    made = make_released(two_partnerships[0])
    reader = Client()
    for address in (
        LIBRARY,
        f"{LIBRARY}{made.slug}/",
        f"{LIBRARY}{made.slug}/sheet/",
        "/harrowmere/learning-themes/",
        "/harrowmere/library/follow/",
        "/harrowmere/library/feed.xml",
        "/harrowmere/library/learning.csv",
    ):
        answer = reader.get(address)
        assert answer.status_code == 200, address
        assert not answer.cookies, address


def test_s3_22_those_who_work_before_birth_and_with_adults_find_theirs(
    two_partnerships: Houses,
) -> None:
    """Audience includes unborn babies' and adults' workers: both are readers to choose and to find
    by."""
    house = two_partnerships[0]
    made_for(house, ["maternity", "adults"], "Before the first visit")
    for role, label in (
        ("maternity", "Midwives and others who work before birth"),
        ("adults", "Services for adults"),
    ):
        page = shown(f"{LIBRARY}?role={role}")
        assert "Before the first visit" in page
        assert f"{label} (1)" in page
    assert "Before the first visit" not in shown(f"{LIBRARY}?role=police")
