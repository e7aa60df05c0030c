"""A page in another language, to listen to, in Easy Read: through the same gate."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from heed.briefings import operations as briefings
from heed.briefings.models import ReleasedPage
from heed.briefings.tests.factories import NAME, make_released
from heed.library import operations, other_forms
from heed.library.models import OtherForm
from heed.library.states import FormKind, FormState
from heed.papers.checking import Unfit
from heed.papers.sheets import Sheet, Text, as_pdf
from heed.partnership.models import Person
from heed.refusals import NotAllowed, NotNow
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
TITLE = "اسأل من يعيش في البيت"
WORDS = "هذه كلمات عن التعلم وليس عن اللوم."
FRAMES = b"\xff\xfb\x90\x00" + bytes(range(1, 200))
TAGGED = b"ID3\x04\x00\x00\x00\x00\x00\x05Nazan" + FRAMES


def begun(house: House, made: ReleasedPage, kind: FormKind, language: str = "en") -> OtherForm:
    return operations.begin_form(
        made, by=house.coordinator, kind=kind, language=language, made_by="Interpreting service"
    )


def translation(house: House, made: ReleasedPage, *, words: str = WORDS) -> OtherForm:
    """An Arabic translation that waits for its second reader."""
    form = begun(house, made, FormKind.TRANSLATION, "ar")
    sections = {one["id"]: {"heading": "عنوان", "text": words} for one in other_forms.parts(made)}
    operations.save_form(
        form,
        by=house.coordinator,
        seen=form.version,
        title=TITLE,
        focus=WORDS,
        sections=sections,
    )
    return operations.send_form(form, by=house.coordinator, seen=form.version)


def show(house: House, form: OtherForm) -> OtherForm:
    return operations.agree_to_form(
        form, by=house.chair, seen=form.version, checked_by="A health visitor who reads Arabic"
    )


def test_plain_words_of_another_language_are_not_taken_for_names(
    two_partnerships: Houses,
) -> None:
    """A reader of names that knows English alone found one in nearly every Polish sentence."""
    house = two_partnerships[0]
    form = begun(house, make_released(house), FormKind.TRANSLATION, "pl")
    form.title = "Jak się nie zgadzać"
    form.focus = "Kierowniczka powiedziała, czy to dobrze. Tym razem tak. Dlaczego? Kłótnia ustała."
    assert not other_forms.read(form).identity
    form.focus += " Potem przyszła Agnieszka i rozmawiali."
    assert [one.hit.text for one in other_forms.read(form).identity] == ["Agnieszka"]
    form.focus = f"Tym razem tak. {NAME} mieszka tutaj."
    assert {one.hit.kind for one in other_forms.read(form).identity} >= {"registered"}


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("Krystian czekał sam. Liam płakał. Oliver nie spał.", ["Krystian", "Liam", "Oliver"]),
        ("Łukasz płakał. Jan-Piotr czekał.", ["Łukasz", "Jan-Piotr"]),
        ("Zbychu płakał. Wtedy powiedział do nich Zbychu, że nie.", ["Zbychu", "Zbychu"]),
        ("Tak. Na pewno. Potem rodzina powiedziała, że tak, na razie.", []),
        ("Ona też tam była. Tam, gdzie ona mieszka.", []),
    ],
)
def test_a_name_that_begins_a_sentence_of_another_language_is_one(
    two_partnerships: Houses, words: str, held: list[str]
) -> None:
    house = two_partnerships[0]
    form = begun(house, make_released(house), FormKind.TRANSLATION, "pl")
    form.focus = words
    assert [one.hit.text for one in other_forms.read(form).identity] == held


def test_a_translation_stands_the_right_way_round_with_a_way_to_each_language(
    two_partnerships: Houses, client: Client
) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    form = translation(house, made)
    address = f"/{house.partnership.slug}/learning/{made.slug}/"
    assert client.get(f"{address}in/ar/").status_code == 404
    assert "العربية" not in client.get(address).content.decode()
    with pytest.raises(NotAllowed, match="second person"):
        operations.agree_to_form(form, by=house.coordinator, seen=form.version, checked_by="Me")
    with pytest.raises(NotNow, match="who read it"):
        operations.agree_to_form(form, by=house.chair, seen=form.version, checked_by=" ")
    show(house, form)
    page = client.get(f"{address}in/ar/")
    shown = page.content.decode()
    assert '<article class="heed-page" lang="ar" dir="rtl">' in shown
    assert TITLE in shown
    assert 'hreflang="en-GB"' in shown
    assert "read by A health visitor who reads Arabic" in shown
    assert page["X-Robots-Tag"] == "noindex"
    assert not page.cookies
    assert 'hreflang="ar" lang="ar" dir="rtl"' in client.get(address).content.decode()


def test_a_registered_name_in_any_language_holds_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    form = translation(house, make_released(house), words=f"{WORDS} {NAME} {WORDS}")
    with pytest.raises(NotNow, match="could still identify"):
        show(house, form)
    assert OtherForm.objects.get().state == FormState.WAITING


def test_it_leaves_with_its_page(two_partnerships: Houses, client: Client) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    show(house, translation(house, made))
    briefings.withdraw(made, by=house.coordinator, notice="We have taken this down.", why="Asked.")
    address = f"/{house.partnership.slug}/learning/{made.slug}/in/ar/"
    assert client.get(address).status_code == 404
    with pytest.raises(NotNow, match="no longer stands"):
        begun(house, ReleasedPage.objects.get(pk=made.pk), FormKind.TRANSLATION, "pl")


def test_a_recording_loses_its_tags_and_plays_piece_by_piece(
    two_partnerships: Houses, client: Client
) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    form = begun(house, made, FormKind.AUDIO)
    with pytest.raises(Unfit):
        operations.save_form(
            form,
            by=house.coordinator,
            seen=form.version,
            file=SimpleUploadedFile("page.mp3", b"%PDF-1.7 not a sound"),
        )
    form.refresh_from_db()
    operations.save_form(
        form,
        by=house.coordinator,
        seen=form.version,
        file=SimpleUploadedFile("page.mp3", TAGGED),
    )
    with pytest.raises(NotNow, match="words that are said"):
        operations.send_form(form, by=house.coordinator, seen=form.version)
    operations.save_form(
        form, by=house.coordinator, seen=form.version, words="We asked who is at home."
    )
    show(house, operations.send_form(form, by=house.coordinator, seen=form.version))
    address = f"/{house.partnership.slug}/learning/{made.slug}/"
    shown = client.get(address).content.decode()
    assert "<audio controls" in shown
    assert "We asked who is at home." in shown
    sound = client.get(f"{address}recording.mp3")
    assert sound.content == FRAMES
    piece = client.get(f"{address}recording.mp3", headers={"Range": "bytes=2-5"})
    assert (piece.status_code, piece.content) == (206, FRAMES[2:6])
    assert piece["Content-Range"] == f"bytes 2-5/{len(FRAMES)}"
    assert client.get(f"{address}recording.mp3", headers={"Range": "bytes=900-"}).status_code == 416


def test_the_words_of_an_easy_read_paper_are_read_too(
    two_partnerships: Houses, client: Client
) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    form = begun(house, made, FormKind.EASY_READ)
    for words in (f"We talked with {NAME}.", "We asked who lives at home."):
        sheet = Sheet(title="Easy Read", reference="", marking="", blocks=(Text(words),))
        operations.save_form(
            form,
            by=house.coordinator,
            seen=form.version,
            file=SimpleUploadedFile("easy.pdf", as_pdf(sheet)),
        )
        assert words.split()[1] in form.words
        operations.send_form(form, by=house.coordinator, seen=form.version)
        if NAME in words:
            with pytest.raises(NotNow, match="could still identify"):
                show(house, form)
            operations.take_form_down(form, by=house.coordinator, seen=form.version)
    for hit in other_forms.read(form).unsettled:
        operations.keep_form_words(
            form, by=house.coordinator, mark=hit.mark, reason="It is invented."
        )
    show(house, form)
    address = f"/{house.partnership.slug}/learning/{made.slug}/"
    assert "Easy Read (PDF)" in client.get(address).content.decode()
    given = client.get(f"{address}easy-read/")
    assert "sandbox" in given["Content-Security-Policy"]
    assert b"".join(given.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]
    operations.take_form_down(form, by=house.coordinator, seen=form.version)
    assert client.get(f"{address}easy-read/").status_code == 404


def test_what_is_made_by_hand_and_who_may(two_partnerships: Houses, signed_in: SignIn) -> None:
    here, there = two_partnerships
    made = make_released(here)
    client = signed_in(Client(), here.coordinator)
    base = f"/{here.partnership.slug}/"
    page = f"{base}learning/{made.slug}/"
    assert "Translations, recording, Easy Read" in client.get(page).content.decode()
    said: dict[str, Any] = {"kind": "translation", "language": "pl", "made_by": "A translator"}
    answer = client.post(f"{page}other-forms/", said, follow=True)
    assert "Still to come: the title" in answer.content.decode()
    form = OtherForm.objects.get()
    at = f"{base}library/other-forms/{form.pk}/"
    fields = {"title": "Zapytaj", "focus": "Słowa.", "seen": form.version}
    for one in other_forms.parts(made):
        fields |= {f"heading-{one['id']}": "Nagłówek", f"text-{one['id']}": "Słowa."}
    answer = client.post(f"{at}edit/", fields, follow=True)
    assert "Put it before a second reader" in answer.content.decode()
    form.refresh_from_db()
    client.post(f"{at}do/send/", {"seen": form.version})
    assert client.get(f"{at}agree/").status_code == 403
    form.refresh_from_db()
    for hit in other_forms.read(form).unsettled:
        reason = {"seen": form.version, "mark": hit.mark, "reason": "A Polish word, not a name."}
        client.post(f"{at}do/keep/", reason)
    chair = signed_in(Client(), here.chair)
    form.refresh_from_db()
    said = {"seen": form.version, "checked_by": "A Polish nurse"}
    assert "It is in the library." in chair.post(f"{at}agree/", said, follow=True).content.decode()
    for person in (there.coordinator, here.manager):
        assert signed_in(Client(), person).get(at).status_code == 404
    assert_shapes_agree("library", [form], [*here.people, *there.people])
