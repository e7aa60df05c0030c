"""What a row means: understood, to be looked at, here already, or not to be taken, and why."""

from heed.arrivals.judging.contacts import ContactJudge
from heed.arrivals.judging.judge import Judge, Judged, Said
from heed.arrivals.judging.learning import LearningJudge
from heed.arrivals.judging.people import PersonJudge
from heed.arrivals.judging.reviews import ReviewJudge
from heed.arrivals.states import Holds

JUDGES: dict[Holds, type[Judge]] = {
    Holds.PEOPLE: PersonJudge,
    Holds.CONTACTS: ContactJudge,
    Holds.REVIEWS: ReviewJudge,
    Holds.LEARNING: LearningJudge,
}

__all__ = ["JUDGES", "Judge", "Judged", "Said"]
