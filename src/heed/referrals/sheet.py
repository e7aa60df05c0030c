"""A referral as a document to read, without a name: the reference stands for the child."""

from heed.design import dates
from heed.papers.sheets import Block, Heading, Pairs, Points, Sheet, Text
from heed.partnership import queries as partnerships
from heed.partnership.states import About
from heed.pathways.answers import spoken
from heed.pathways.queries import pack_of
from heed.referrals import queries
from heed.referrals.brought import brought
from heed.referrals.models import Referral

UNANSWERED = "Not answered"


def referral(referral: Referral) -> Sheet:
    """What the referrer said, question by question, and what came with it."""
    case = referral.case
    agencies = {str(one.pk): one.name for one in partnerships.agencies(case.partnership)}
    answers = queries.answers(referral)
    from_whom = referral.agency.name if referral.agency else referral.other_agency
    told = [("From", from_whom), ("Came on", dates.day(referral.happened_on))]
    if referral.agreement:
        reason = f"\n{referral.agreement_reason}" if referral.agreement_reason else ""
        told.append(("The agency’s representative", f"{referral.agreement_word}{reason}"))
    who = "Adult" if case.about == About.ADULT else "Child"
    told += [
        (f"{who} {number}", one.age_words)
        for number, one in enumerate(queries.concerned(referral), start=1)
    ]
    blocks: list[Block] = [Pairs(tuple(told))]
    for step in queries.referral_steps(referral):
        if step.question is not None:
            said = spoken(step.question, answers.get(step.key), agencies)
            blocks.append(Heading(step.title, 3))
            if len(said) > 1:
                blocks.append(Points(tuple(said)))
            else:
                blocks.append(Text(said[0] if said else UNANSWERED))
    for one in brought(referral).all:
        blocks += [Heading(one.label or "Also written", 3), Text(one.text)]
    papers = queries.papers(referral)
    if papers:
        blocks += [Heading("Files", 3), Points(tuple(one.label for one in papers))]
    return Sheet(
        title="Referral",
        reference=referral.reference,
        marking=pack_of(case).marking,
        blocks=tuple(blocks),
        under=case.partnership.name,
    )
