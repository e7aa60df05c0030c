"""Letters from the pack's templates, which a person reads before they go."""

from datetime import date

from django.db import transaction

from heed import clock, doors
from heed.correspondence import operations as correspondence
from heed.decisions import writing
from heed.decisions.access import LETTERS
from heed.decisions.models import Decision, Letter
from heed.decisions.states import DecisionState, LetterState
from heed.history import operations as history
from heed.partnership.models import Case, Person
from heed.pathways.shapes.telling import Letter as Template
from heed.refusals import NotNow

HOLDS_A_NAME = (
    "This letter holds a name from the case's identity register. Take it out: whoever hands a "
    "letter over writes the name on it, and an email carries the reference alone."
)


@transaction.atomic
def write_letters(decision: Decision, *, by: Person) -> list[Letter]:
    """Write every letter that a recorded decision calls for, as drafts; none is written twice."""
    doors.check(by, LETTERS, decision)
    if decision.state != DecisionState.RECORDED:
        raise NotNow("Record the decision first. Its letters say what was decided, and why.")
    written = {
        (one.template, one.to_whom) for one in decision.letters.exclude(state=LetterState.SET_ASIDE)
    }
    made = []
    for template, whom in writing.called_for(decision):
        if (template.id, whom.name) not in written:
            made.append(_write(decision.case, template, whom, by=by, decision=decision))
    return made


@transaction.atomic
def write_late_letters(
    case: Case, *, by: Person, clock_id: str, due: date, why: str, expected_on: date | None
) -> list[Letter]:
    """Write the letters that say why a day set by law is missed, to each recipient, as drafts.

    The stage that keeps the day has asked access.
    """
    decision = writing.latest_recorded(case)
    return [
        _write(
            case,
            template,
            whom,
            by=by,
            decision=decision,
            due=due,
            why=why,
            expected_on=expected_on,
        )
        for template, whom in writing.late(case, clock_id)
        if not case.letters.filter(
            template=template.id, to_whom=whom.name, state=LetterState.DRAFT
        ).exists()
    ]


@transaction.atomic
def rewrite_letter(
    letter: Letter, *, by: Person, seen: int, to_whom: str, to_address: str, title: str, body: str
) -> Letter:
    """Change a letter before it goes. Refuses a name from the case's identity register."""
    doors.check(by, LETTERS, letter)
    _is_draft(letter)
    if writing.holds_a_name(letter.case, f"{title} {body}"):
        raise NotNow(HOLDS_A_NAME)
    return history.change(
        letter,
        by=by,
        seen=seen,
        verb="rewrote a letter",
        to_whom=to_whom[:200],
        to_address=to_address,
        title=title[:200],
        body=body,
    )


@transaction.atomic
def send_letter(letter: Letter, *, by: Person) -> Letter:
    """Hand a letter to the outbox, where somebody sends it; it stays on record as it was."""
    doors.check(by, LETTERS, letter)
    _is_draft(letter)
    if letter.on_paper:
        raise NotNow("This letter goes on paper. Print it, and enter who handed it over, and when.")
    if not letter.to_address:
        raise NotNow(f"Enter the email address of {letter.to_whom} first.")
    if writing.holds_a_name(letter.case, f"{letter.title} {letter.body}"):
        raise NotNow(HOLDS_A_NAME)
    letter.message = correspondence.draft(
        letter.case.partnership,
        by=by,
        template="decisions/email/letter.txt",
        context={"letter": letter},
        to=letter.to_person,
        to_address=letter.to_address,
        to_whom=letter.to_whom,
        case=letter.case,
        about=f"letter:{letter.pk}",
    )
    letter.save(update_fields=["message"])
    return history.move(
        letter, to=LetterState.GONE, by=by, said=f"A letter to {letter.to_whom} is in the outbox."
    )


@transaction.atomic
def hand_over_letter(letter: Letter, *, by: Person, handed_on: date, handed_by: str) -> Letter:
    """Keep that a letter on paper reached whom it is for, on which day and by whom."""
    doors.check(by, LETTERS, letter)
    _is_draft(letter)
    if not handed_by.strip():
        raise NotNow("Say who handed it over, by post.")
    letter.on_paper, letter.handed_on, letter.handed_by = True, handed_on, handed_by[:200]
    letter.save(update_fields=["on_paper", "handed_on", "handed_by"])
    return history.move(
        letter,
        to=LetterState.GONE,
        by=by,
        said=f"A letter to {letter.to_whom} was handed over on paper.",
        happened_on=handed_on,
        on_word_of=handed_by,
    )


@transaction.atomic
def set_letter_aside(letter: Letter, *, by: Person) -> Letter:
    """Decide not to send a letter. It stays on record."""
    doors.check(by, LETTERS, letter)
    return history.move(letter, to=LetterState.SET_ASIDE, by=by)


def _is_draft(letter: Letter) -> None:
    if letter.state != LetterState.DRAFT:
        raise NotNow("This letter has gone, or was set aside. Write another to put it right.")


def _write(
    case: Case,
    template: Template,
    whom: writing.Whom,
    *,
    by: Person,
    decision: Decision | None,
    due: date | None = None,
    why: str = "",
    expected_on: date | None = None,
) -> Letter:
    given = writing.given(case, decision, due=due, why=why, expected_on=expected_on)
    letter = Letter.objects.create(
        case=case,
        decision=decision,
        template=template.id,
        to_whom=whom.name[:200],
        to_address=whom.address,
        to_person=whom.person,
        on_paper=template.on_paper,
        title=writing.filled((template.title,), given)[:200],
        body=writing.filled(template.paragraphs, given),
        written_by=by,
        written_at=clock.now(),
    )
    history.record("wrote a letter", letter, by=by, template=template.id)
    return letter
