"""Everything that changes what is said in public on what has changed since."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from heed import clock, doors
from heed.briefings.models import ReleasedPage
from heed.history import operations as history
from heed.library import changes, other_forms
from heed.library.access import (
    AGREE_CHANGE,
    AGREE_FORM,
    MAKE_FORM,
    SHOW_CHANGE,
    TAKE_DOWN_CHANGE,
    WRITE_CHANGE,
    WRITE_FORM,
)
from heed.library.models import Change, OtherForm
from heed.library.states import ENGLISH, LANGUAGES, ChangeState, FormKind, FormState
from heed.papers import checking, sound, words
from heed.papers import operations as papers
from heed.papers.checking import Unfit
from heed.partnership.models import Person
from heed.recommendations.models import Recommendation
from heed.recommendations.states import RecommendationState
from heed.refusals import NotNow
from heed.release import gate

NO_PAGE = "No page of its review stands in the library yet."


@transaction.atomic
def write_change(
    recommendation: Recommendation, *, by: Person, text: str, seen: int | None = None
) -> Change:
    """Write the sentence, or write it anew; whoever agreed to other words has not agreed to these.

    What is on the page stays as it is: take it down first.
    """
    doors.check(by, WRITE_CHANGE, recommendation)
    if recommendation.state == RecommendationState.PROPOSED:
        raise NotNow("Nothing can have changed before a group has it.")
    page = changes.page_of(recommendation)
    if page is None:
        raise NotNow(NO_PAGE)
    if not text.strip():
        raise NotNow("Write what has changed, in a sentence.")
    change = changes.change_of(recommendation)
    if change is None:
        change = Change.objects.create(
            recommendation=recommendation, page=page, text=text.strip(), writers=[by.pk]
        )
        history.record("wrote what has changed since", change, by=by)
        return change
    if change.state == ChangeState.SHOWN:
        raise NotNow("It is on the page. Take it down to change its words.")
    if change.state != ChangeState.DRAFT:
        history.move(change, to=ChangeState.DRAFT, by=by)
        seen = None if seen is None else seen + 1
    return history.change(
        change,
        by=by,
        seen=seen,
        verb="wrote what has changed since",
        text=text.strip(),
        page=page,
        writers=sorted({*change.writers, by.pk}),
        agreed_by=None,
    )


@transaction.atomic
def keep_change_words(change: Change, *, by: Person, mark: str, reason: str) -> Change:
    """Give the reason for which words of the sentence stay."""
    doors.check(by, WRITE_CHANGE, change.recommendation)
    if change.state != ChangeState.DRAFT:
        raise NotNow("It is agreed already. Write it anew to change what stays.")
    if not reason.strip():
        raise NotNow("Say why these words stay. A sentence is enough.")
    hit = changes.read(change).marked(mark)
    if hit is None:
        raise NotNow("That sentence has changed since you opened the page. Look at it once more.")
    kind = str(hit.hit.kind)
    kept = {**change.kept, mark: gate.reason(reason, kind=kind, by=by)}
    return history.change(
        change, by=by, seen=None, verb="gave a reason for words that stay", kept=kept
    )


@transaction.atomic
def agree_change(change: Change, *, by: Person, seen: int) -> Change:
    """A second person, who wrote none of it, agrees to the words as they stand."""
    doors.check(by, AGREE_CHANGE, change)
    _through_the_gate(change)
    history.move(change, to=ChangeState.AGREED, by=by, seen=seen)
    change.agreed_by = by
    change.save(update_fields=["agreed_by"])
    return change


@transaction.atomic
def show_change(change: Change, *, by: Person, seen: int) -> Change:
    """Put it on the page: the one way in which the sentence becomes public.

    The check runs once more in this transaction, beside what was published meanwhile.
    """
    doors.check(by, SHOW_CHANGE, change)
    _through_the_gate(change)
    if not change.page.stands:
        raise NotNow(NO_PAGE)
    history.move(
        change,
        to=ChangeState.SHOWN,
        by=by,
        seen=seen,
        said="What has changed since was shown on the released page.",
    )
    change.shown_on, change.taken_down_on = clock.today(), None
    change.save(update_fields=["shown_on", "taken_down_on"])
    _page_changed(change)
    return change


@transaction.atomic
def take_down_change(change: Change, *, by: Person, seen: int | None = None) -> Change:
    """Take it off the page, at once and everywhere."""
    doors.check(by, TAKE_DOWN_CHANGE, change)
    history.move(
        change,
        to=ChangeState.TAKEN_DOWN,
        by=by,
        seen=seen,
        said="What has changed since was taken off the released page.",
    )
    change.taken_down_on = clock.today()
    change.save(update_fields=["taken_down_on"])
    _page_changed(change)
    return change


def _through_the_gate(change: Change) -> None:
    if wanting := gate.in_the_way(changes.read(change)):
        raise NotNow(" ".join(wanting))


def _page_changed(change: Change) -> None:
    change.page.changed_at = clock.now()
    change.page.save(update_fields=["changed_at"])


WRITTEN = ("title", "focus", "sections", "words", "made_by")


@transaction.atomic
def begin_form(
    page: ReleasedPage, *, by: Person, kind: FormKind, language: str = ENGLISH, made_by: str
) -> OtherForm:
    """Begin a translation, a recording or an Easy Read of a page that stands."""
    doors.check(by, MAKE_FORM, page)
    if not page.stands:
        raise NotNow("The page no longer stands in the library.")
    if language not in LANGUAGES or (kind == FormKind.TRANSLATION) == (language == ENGLISH):
        raise NotNow("Choose one of the languages that are offered.")
    form, made = OtherForm.objects.get_or_create(
        page=page, kind=kind, language=language, defaults={"made_by": made_by.strip()}
    )
    if made:
        form.writers.add(by)
        history.record("began another form of a page", form, by=by, kind=kind, language=language)
    return form


@transaction.atomic
def save_form(
    form: OtherForm, *, by: Person, seen: int, file: UploadedFile | None = None, **words: Any
) -> OtherForm:
    """Save its words, and its file where one is given. Raises ``papers.checking.Unfit``.

    What an Easy Read paper says is read out of it, as far as that can be done, and checked as
    words.
    """
    doors.check(by, WRITE_FORM, form)
    if form.state != FormState.DRAFT:
        raise NotNow("It stays as it is while it waits or is shown. Begin a change first.")
    values: dict[str, Any] = {name: words[name] for name in WRITTEN if name in words}
    if file is not None:
        values["paper"] = papers.keep(
            file,
            by=by,
            partnership=form.partnership,
            about=f"library.otherform:{form.pk}",
            fit=sound.fit if form.kind == FormKind.AUDIO else checking.fit,
        )
        if form.kind == FormKind.EASY_READ:
            values["words"] = _words_in(file)
    history.change(form, by=by, seen=seen, verb="saved another form of a page", **values)
    form.writers.add(by)
    return form


@transaction.atomic
def keep_form_words(form: OtherForm, *, by: Person, mark: str, reason: str) -> OtherForm:
    """Give the reason for which words that could identify somebody stay: one for one place."""
    doors.check(by, WRITE_FORM, form)
    if not reason.strip():
        raise NotNow("Say why these words stay. A sentence is enough.")
    hit = other_forms.read(form).marked(mark)
    if hit is None:
        raise NotNow("That sentence has changed since you opened the page. Look at it once more.")
    form.kept[mark] = gate.reason(reason, kind=str(hit.hit.kind), by=by)
    form.save(update_fields=["kept"])
    history.record("gave a reason for words that stay", form, by=by, kind=str(hit.hit.kind))
    return form


@transaction.atomic
def send_form(form: OtherForm, *, by: Person, seen: int) -> OtherForm:
    """Put it before a second reader. It must be whole first."""
    doors.check(by, WRITE_FORM, form)
    missing = other_forms.still_missing(form)
    if missing:
        raise NotNow(f"Still to come: {', '.join(missing)}.")
    return history.move(form, to=FormState.WAITING, by=by, seen=seen)


@transaction.atomic
def agree_to_form(form: OtherForm, *, by: Person, seen: int, checked_by: str) -> OtherForm:
    """Show it: the one way in which another form of a page becomes readable.

    ``by`` made none of it; ``checked_by`` says in words who read (or heard) all of it in its
    language, and found that it says what the page says and that nobody could be known by it.
    """
    doors.check(by, AGREE_FORM, form)
    if not checked_by.strip():
        raise NotNow("Say who read it in its language.")
    if not form.page.stands:
        raise NotNow("The page no longer stands in the library.")
    standing = gate.in_the_way(other_forms.read(form))
    if standing:
        raise NotNow(" ".join(standing))
    history.move(form, to=FormState.SHOWN, by=by, seen=seen)
    form.checked_by, form.agreed_by, form.shown_on = checked_by.strip(), by, clock.today()
    form.save(update_fields=["checked_by", "agreed_by", "shown_on"])
    return form


@transaction.atomic
def take_form_down(form: OtherForm, *, by: Person, seen: int) -> OtherForm:
    """Take it out of the library at once, or back from its second reader; it can be changed."""
    doors.check(by, WRITE_FORM, form)
    return history.move(form, to=FormState.DRAFT, by=by, seen=seen)


def _words_in(file: UploadedFile) -> str:
    file.seek(0)
    try:
        return words.words_of(file.name or "file", file.read()).text
    except Unfit:
        return ""
