"""Rows on what practitioners do with what was learnt. Nobody needs an account for any of it."""

import io
from collections.abc import Callable
from datetime import timedelta

import docx
import pytest
from django.test import Client

from heed import clock
from heed.briefings.models import PageReach, PageTheme, ReleasedPage
from heed.briefings.reach import Reach
from heed.briefings.tests.factories import FOCUS, SECTIONS, TITLE
from heed.correspondence.models import Message
from heed.library.models import Heard
from heed.partnership.models import Person
from heed.toolkit.tests.factories import make_shown
from tests.houses import House
from tests.seed_rows.conftest import Open

SignIn = Callable[[Client, Person], Client]
THEME = "fathers-male-carers"


@pytest.fixture
def house(house_of: Open) -> House:
    """A partnership that works as Leeds does."""
    return house_of("leeds")


@pytest.fixture
def made(house: House) -> ReleasedPage:
    """A page in its library, as release leaves it; how it comes to paper is shown elsewhere."""
    today = clock.today()
    section = {"id": "learnt", "heading": "What we learnt", "kind": "points"}
    page = ReleasedPage.objects.create(
        partnership=house.partnership,
        number=1,
        slug="asking-who-else-is-at-home",
        title=TITLE,
        focus=FOCUS,
        content={
            "sections": [{**section, "text": SECTIONS["learnt"]}],
            "questions_heading": "To talk over in your team",
            "questions": ["Who would tell us?"],
            "caveat": "",
            "support": "",
        },
        minutes=3,
        pdf=b"",
        released_on=today,
        released_by=house.coordinator,
        looked_at_on=today,
        review_by=today + timedelta(days=700),
        ends_on=today + timedelta(days=720),
    )
    PageTheme.objects.create(page=page, theme=THEME)
    return page


def opened(page: ReleasedPage, part: str = "talk-it-over/") -> str:
    """A part of a page as anybody reads it."""
    answer = Client().get(f"/{page.partnership.slug}/learning/{page.slug}/{part}")
    assert answer.status_code == 200
    assert not answer.cookies
    return " ".join(answer.content.decode().replace("&#x27;", "'").split())


def copied(page: ReleasedPage) -> tuple[str, list[list[str]]]:
    """What the Word copy for a team says: its paragraphs, and its tables row by row."""
    address = f"/{page.partnership.slug}/learning/{page.slug}/talk-it-over/for-a-team.docx"
    paper = docx.Document(io.BytesIO(Client().get(address).content))
    rows = [[cell.text for cell in row.cells] for table in paper.tables for row in table.rows]
    return " ".join(one.text for one in paper.paragraphs), rows


def under(page: str, heading: str) -> str:
    """What stands under a heading, up to the next."""
    return page.split(f">{heading}<")[1].split("<h2")[0]


def test_s4_6_three_questions_to_oneself(made: ReleasedPage) -> None:
    """Reflection: my role / seen similar / do differently: one press from the page, in this
    order."""
    link = f"/{made.partnership.slug}/learning/{made.slug}/talk-it-over/"
    assert f'href="{link}"' in opened(made, "")
    mine = under(opened(made), "Your own work")
    asked = (
        "What has this to do with my role?",
        "Have I been in a situation like it?",
        "What would I do differently now?",
    )
    at = [mine.index(one) for one in asked]
    assert at == sorted(at)


def test_s4_7_what_is_strong_missing_and_to_be_learnt(made: ReleasedPage) -> None:
    """Strengths, gaps, development areas: asked by oneself, and noted only in one's own record."""
    asked = "What do I do well here, where is a gap, and what do I want to get better at?"
    assert asked in under(opened(made), "Your own work")
    assert "nothing of how you talk it over is kept here" in opened(made)


def test_s4_8_it_is_put_to_use_with_the_next_child(made: ReleasedPage) -> None:
    """Apply: risk alertness, curious questions, recording/sharing: a prompt for each."""
    applied = under(opened(made), "With the next child or family")
    for words in ("signs of risk", "curious question", "write down differently, or pass on"):
        assert words in applied


def test_s4_9_what_is_passed_on_and_how_soon(made: ReleasedPage) -> None:
    """Multi-agency: communicate, share promptly: whom to tell, how soon, and whether it came."""
    asked = "Whom would I tell, how soon, and how would I know that it had arrived?"
    assert asked in under(opened(made), "With other agencies")


def test_s4_10_taking_it_further_and_seeing_it_differently(
    house: House, made: ReleasedPage
) -> None:
    """Escalate and challenge prompts: both, and the partnership's own way to do it beside them."""
    make_shown(house, theme=THEME, kind="policy", title="When we do not agree")
    page = opened(made)
    together = under(page, "With other agencies")
    assert "When it does not feel right: to whom would I take it" in together
    assert "When I would decide differently from somebody else" in together
    on = page.split("To use, and to read on")[1]
    assert f"/learning-themes/{THEME}/#policy" in on
    assert "When we do not agree</a>, policy and pathways" in on


def test_s4_11_where_agencies_misunderstand_each_other(made: ReleasedPage) -> None:
    """Highlight inter-agency misunderstandings: what each thinks that the other does."""
    asked = "What do we think that others do, and what do they think that we do?"
    assert asked in under(opened(made), "With other agencies")


def test_s4_12_a_pack_for_supervision_and_teams(house: House, made: ReleasedPage) -> None:
    """Supervision/team packs: own-workload example, apply to cases, clarify thresholds: on a page
    and as a Word file to change, with the page itself in it."""
    make_shown(house, theme=THEME, kind="training", title="Half a day on fathers")
    said, _ = copied(made)
    for place in (under(opened(made), "In supervision or a team meeting"), said):
        assert "Somebody brings an example from their own work." in place
        assert "How would it look with a child of another age, or in another family?" in place
        assert "Which procedure or threshold are we unsure of? Ask the manager" in place
    for words in (made.focus, "Asking felt like accusing.", "Training: Half a day on fathers"):
        assert words in said


def test_s4_13_a_record_of_professional_development(made: ReleasedPage) -> None:
    """CPD record: what regulators ask for, to fill in and keep oneself; none of it is kept here."""
    said, rows = copied(made)
    assert "Yours to keep, for your registration or appraisal." in said
    asked = [row[0] for row in rows]
    for words in (
        "What it has to do with my role",
        "What I learnt",
        "What I will do differently, and from when",
        "Whom I talked it over with, and what they helped me to see",
        "The standard of my profession that it speaks to",
    ):
        assert words in asked
    assert [row[1] for row in rows if row[0] == "What I learnt"] == [""]
    assert ["To read", f"{made.minutes} minutes"] in rows


def test_s4_19_the_child_or_adult_stays_at_the_centre(made: ReleasedPage) -> None:
    """Child/adult-centred check: empathy, voice, risk reduced: asked before a team finishes."""
    page = opened(made)
    last = under(page, "Before you finish: the child, or the adult, at the centre")
    for words in ("with empathy", "Whose voice and daily life", "make somebody safer"):
        assert words in last
    assert page.index("In supervision") < page.index("Before you finish")


def test_s4_20_adults_at_risk_are_meant_too(house: House, made: ReleasedPage) -> None:
    """Covers adults at risk: in what is asked beside each page, in modules for those who work with
    adults, and whenever somebody may be in danger now."""
    make_shown(house, theme=THEME, kind="tools", title="A visit plan", audience=["adults"])
    page = opened(made)
    assert "a child's or an adult's at risk" in page
    theme = Client().get(f"/{made.partnership.slug}/learning-themes/{THEME}/").content.decode()
    assert "For: Services for adults" in theme
    asked = Client().get(f"/{made.partnership.slug}/learning/?role=adults").content.decode()
    assert made.title in asked


def test_s4_18_learning_is_passed_on(house: House, made: ReleasedPage) -> None:
    """Share learning widely: from the page to a sheet of paper and a file for a team; from the
    library to feeds, to news by email, and to a list on anybody's own pages."""
    page = opened(made, "")
    for part in ("sheet/", "talk-it-over/"):
        assert f'href="/{house.partnership.slug}/learning/{made.slug}/{part}"' in page
    follow = Client().get(f"/{house.partnership.slug}/library/follow/").content.decode()
    for way in ("library/feed.xml", "library/feed.json", "&lt;iframe src=", "by email"):
        assert way in follow, way
    embedded = Client().get(f"/{house.partnership.slug}/library/embed/").content.decode()
    assert made.title in embedded


def test_s4_16_somebody_says_that_it_is_seen_here_too(
    house: House, made: ReleasedPage, signed_in: SignIn
) -> None:
    """ "Seen here too" report of systemic issue: said from the page, read by the coordinator and
    the group, answered, and the answer read by whoever said it."""
    link = f"/{house.partnership.slug}/learning/{made.slug}/seen-here/"
    client = signed_in(Client(), house.practitioner)
    talk = client.get(f"/{house.partnership.slug}/learning/{made.slug}/talk-it-over/")
    assert f'href="{link}"' in talk.content.decode()
    assert f"mailto:{house.partnership.mailbox}" in opened(made).split("Seen here too")[1]
    client.post(link, {"kind": "seen_here", "text": "Our form asks who is at home only once."})
    chair = signed_in(Client(), house.chair)
    heard = f"/{house.partnership.slug}/library/seen-here/"
    listed = chair.get(heard).content.decode()
    assert "Our form asks who is at home only once." in listed
    assert house.agency.name in listed
    one = Heard.objects.get()
    said = {"text": "It goes on the next agenda.", "seen": one.version}
    chair.post(f"{heard}{one.pk}/", said)
    assert "It goes on the next agenda." in client.get(link).content.decode()


def test_s4_17_somebody_suggests_what_their_own_agency_could_change(
    house: House, made: ReleasedPage, signed_in: SignIn
) -> None:
    """Suggest internal improvement: it goes to the agency's own representative, who answers; the
    partnership's unit reads none of it."""
    link = f"/{house.partnership.slug}/learning/{made.slug}/seen-here/"
    client = signed_in(Client(), house.practitioner)
    client.post(link, {"kind": "idea", "text": "We could ring back the same day."})
    one = Heard.objects.get()
    at = f"/{house.partnership.slug}/library/seen-here/{one.pk}/"
    told = Message.objects.get(to_person=house.representative)
    assert at in told.body
    assert signed_in(Client(), house.coordinator).get(at).status_code == 404
    representative = signed_in(Client(), house.representative)
    assert "We could ring back the same day." in representative.get(at).content.decode()
    representative.post(at, {"text": "We begin on Monday.", "seen": one.version})
    assert "We begin on Monday." in client.get(link).content.decode()


def test_s4_5_a_space_to_learn(house: House, made: ReleasedPage) -> None:
    """Practitioner learning space: by one's own work, what to read, to use and to think over, and a
    record to keep oneself. Nobody has an account in it, and nothing is kept."""
    PageReach.objects.create(page=made, kind=Reach.ROLE, value="adults")
    make_shown(house, theme=THEME, kind="tools", title="A visit plan", audience=["adults"])
    here = f"/{house.partnership.slug}/learning-space/"
    listed = Client().get(f"/{house.partnership.slug}/learning/").content.decode()
    assert f'href="{here}"' in listed
    mine = Client().get(f"{here}?role=adults")
    assert not mine.cookies
    space = mine.content.decode()
    places = [space.index(f">{one}</h2>") for one in ("Read", "Use", "Think it over")]
    assert places == sorted(places)
    for words in (made.title, "A visit plan", "What would I do differently now?"):
        assert words in space
    other = Client().get(f"{here}?role=police").content.decode()
    assert made.title not in other
    assert "A visit plan" not in other
    record = docx.Document(io.BytesIO(Client().get(f"{here}record.docx").content))
    assert "What I learnt" in [row.cells[0].text for row in record.tables[0].rows]
