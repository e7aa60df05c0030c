"""Everything that changes a referral."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.papers import operations as papers
from heed.papers.models import Paper
from heed.partnership import ages
from heed.partnership import operations as partnership
from heed.partnership.models import Agency, CaseSubject, Partnership, Person
from heed.partnership.states import About, Means, PartKind, Stage
from heed.pathways import clocks
from heed.pathways.queries import in_force, pack_of
from heed.referrals import emails, queries
from heed.referrals.access import ASK_MORE, REFER, WITHDRAW, WRITE
from heed.referrals.models import Referral, ReferralAnswer
from heed.referrals.states import Agreement, ReferralState
from heed.referrals.steps import GOOD_PRACTICE, still_to_answer
from heed.refusals import NotNow, OutOfDate


@transaction.atomic
def start_referral(
    house: Partnership,
    *,
    by: Person,
    agency: Agency,
    referrer_name: str = "",
    referrer_email: str = "",
    happened_on: date | None = None,
    means: Means = Means.HEED,
    on_word_of: str = "",
) -> Referral:
    """Begin a referral. With ``referrer_name`` it is entered for somebody who has no account."""
    doors.check(by, REFER, house)
    case = partnership.open_case(house, by=by, pack_version=in_force(house))
    referral = Referral.objects.create(
        case=case,
        agency=agency,
        referred_by=None if referrer_name else by,
        referrer_name=referrer_name,
        referrer_email=referrer_email,
        entered_by=by,
        entered_at=clock.now(),
        happened_on=happened_on or clock.today(),
        means=means,
        on_word_of=on_word_of,
    )
    partnership.name_on_case(case, by=by, person=by, kind=PartKind.REFERRER, agency=agency)
    history.record("began a referral", referral, by=by)
    return referral


@transaction.atomic
def answer(
    referral: Referral, *, by: Person, question: str, value: Any, seen: int = 0
) -> ReferralAnswer:
    """Save the answer to one question. ``seen`` is the version that the person started from, 0 for
    none.

    Raises OutOfDate, with the answer as it stands, when a colleague saved another one meanwhile.
    """
    _writing(referral, by)
    given = ReferralAnswer.objects.filter(referral=referral, question=question).first()
    if given is None:
        given = ReferralAnswer.objects.create(
            referral=referral,
            question=question,
            value=value,
            answered_by=by,
            answered_at=clock.now(),
        )
        history.record("answered a question", referral, by=by, question=question)
    elif given.version != seen and given.value != value:
        raise OutOfDate(history.CHANGED_MEANWHILE, given)
    elif given.value != value:
        history.change(
            given,
            by=by,
            seen=seen,
            value=value,
            answered_by=by,
            answered_at=clock.now(),
            verb="changed an answer",
        )
    if question == "asking_for":
        referral.asking_for = str(value)
        referral.save(update_fields=["asking_for"])
        referral.case.good_practice = value == GOOD_PRACTICE
        referral.case.save(update_fields=["good_practice"])
    return given


@transaction.atomic
def say_whom_it_is_about(referral: Referral, *, by: Person, about: About) -> Referral:
    """Say whether it is about a child, several, an unborn baby, an adult or nobody by name."""
    _writing(referral, by)
    referral.case.about = about
    referral.case.save(update_fields=["about"])
    if about == About.NOBODY:
        referral.case.concerns.all().delete()
    history.record("said whom it is about", referral, by=by, about=str(about))
    return referral


@transaction.atomic
def add_subject(
    referral: Referral,
    *,
    by: Person,
    name: str,
    other_names: str = "",
    born_on: date | None = None,
    age_band: str = "",
) -> CaseSubject:
    """Add a child or adult. The names go into the case's identity register and nowhere else."""
    _writing(referral, by)
    concern = partnership.concern(
        referral.case,
        by=by,
        age_band=ages.band_on(clock.today(), born_on) or age_band,
    )
    _register(concern, by, name, other_names, born_on)
    history.record("added somebody whom it concerns", referral, by=by)
    return concern


@transaction.atomic
def change_subject(
    concern: CaseSubject,
    *,
    by: Person,
    name: str,
    other_names: str = "",
    born_on: date | None = None,
    age_band: str = "",
) -> CaseSubject:
    """Put right what was typed about a child or adult."""
    _writing(concern.case.referral, by)
    concern.age_band = ages.band_on(clock.today(), born_on) or age_band
    concern.save(update_fields=["age_band"])
    concern.register.all().delete()
    _register(concern, by, name, other_names, born_on)
    history.record("changed whom it concerns", concern.case.referral, by=by)
    return concern


@transaction.atomic
def remove_subject(concern: CaseSubject, *, by: Person) -> None:
    """Take somebody out again, register and all."""
    _writing(concern.case.referral, by)
    history.record("took out somebody whom it concerned", concern.case.referral, by=by)
    concern.delete()


@transaction.atomic
def note_agreement(
    referral: Referral, *, by: Person, agreement: Agreement, reason: str = ""
) -> Referral:
    """Keep what the agency's representative said. It reaches the coordinator and never blocks."""
    _writing(referral, by)
    return history.change(
        referral,
        by=by,
        seen=None,
        agreement=agreement,
        agreement_reason="" if agreement == Agreement.AGREED else reason,
        verb="noted the representative's view",
    )


@transaction.atomic
def add_paper(referral: Referral, *, by: Person, file: UploadedFile, what: str) -> Paper:
    """Keep a file with the referral. It is named by the reference and what it is.

    Raises papers.checking.Unfit when the file cannot come in.
    """
    _writing(referral, by)
    dot, ending = (file.name or "").rpartition(".")[1:]
    number = len(queries.papers(referral)) + 1
    file.name = f"{referral.reference} {number} {what}{dot}{ending}"
    return papers.keep(
        file,
        by=by,
        partnership=referral.case.partnership,
        about=queries.about_papers(referral),
        case=referral.case,
    )


@transaction.atomic
def take_out_paper(referral: Referral, *, by: Person, paper: Paper) -> None:
    """Take a file out again, while the referral is being written."""
    _writing(referral, by)
    papers.remove(paper, by=by)


@transaction.atomic
def send_referral(referral: Referral, *, by: Person, seen: int) -> Referral:
    """Send it to the partnership. Sending again after more was asked for goes back to triage."""
    doors.check(by, WRITE, referral)
    missing = still_to_answer(queries.referral_steps(referral))
    if missing:
        raise NotNow(f"One answer is still to come: “{missing[0].title}”")
    case, pack = referral.case, pack_of(referral.case)
    first = referral.state == ReferralState.DRAFT
    history.move(
        referral,
        to=ReferralState.SENT,
        by=by,
        seen=seen,
        said=f"Referred by {referral.agency.name}."
        if first
        else f"{referral.agency.name} said more.",
        happened_on=referral.happened_on,
        on_word_of=referral.on_word_of,
    )
    if first:
        referral.sent_at = clock.now()
        referral.save(update_fields=["sent_at"])
    triage = pack.clock("triage")
    partnership.set_stage(
        case,
        by=by,
        stage=Stage.REFERRAL,
        waiting_on="The coordinator, to triage",
        target=clocks.due(triage, referral.happened_on),
        target_is="Triage",
    )
    return referral


@transaction.atomic
def withdraw_referral(referral: Referral, *, by: Person, seen: int, reason: str) -> Referral:
    """Take a referral back. It stays on record with the reason."""
    doors.check(by, WITHDRAW, referral)
    history.move(
        referral, to=ReferralState.WITHDRAWN, by=by, seen=seen, said="The referral was withdrawn."
    )
    referral.outcome, referral.outcome_reasons, referral.outcome_at = (
        "Withdrawn",
        reason,
        clock.now(),
    )
    referral.save(update_fields=["outcome", "outcome_reasons", "outcome_at"])
    partnership.set_stage(referral.case, by=by, stage=Stage.WITHDRAWN, waiting_on="")
    return referral


@transaction.atomic
def ask_more(referral: Referral, *, by: Person, seen: int, question: str) -> Referral:
    """Ask the referrer for more; the referral opens to them again."""
    doors.check(by, ASK_MORE, referral)
    referral.more_asked = question
    referral.save(update_fields=["more_asked"])
    history.move(
        referral,
        to=ReferralState.MORE_ASKED,
        by=by,
        seen=seen,
        said="The coordinator asked the referrer for more.",
    )
    partnership.set_stage(referral.case, by=by, waiting_on="The referrer, to say more")
    emails.more_asked(referral, by=by)
    return referral


@transaction.atomic
def tell_outcome(referral: Referral, *, by: Person, outcome: str, reasons: str) -> Referral:
    """Close a referral with what was decided and why; the referrer is told by reference.

    Called by ``decisions``, which has asked access. A decision that is corrected is told again.
    """
    if referral.state != ReferralState.ANSWERED:
        history.move(referral, to=ReferralState.ANSWERED, by=by)
    referral.outcome, referral.outcome_reasons, referral.outcome_at = outcome, reasons, clock.now()
    referral.save(update_fields=["outcome", "outcome_reasons", "outcome_at"])
    emails.outcome(referral, by=by)
    return referral


def _writing(referral: Referral, by: Person) -> None:
    doors.check(by, WRITE, referral)
    if not referral.being_written:
        raise NotNow(
            "This referral has been sent. Ask the coordinator if something must be changed."
        )


def _register(
    concern: CaseSubject, by: Person, name: str, other_names: str, born_on: date | None
) -> None:
    whose = "adult" if concern.case.about == About.ADULT else "child"
    others = [one.strip() for one in other_names.replace("\n", ",").split(",") if one.strip()]
    partnership.register_names(
        concern.case,
        by=by,
        concerns=concern,
        names=[
            {"text": name, "whose": whose, "born_on": born_on},
            *({"text": one, "whose": whose, "kind": "other name"} for one in others),
        ],
    )
