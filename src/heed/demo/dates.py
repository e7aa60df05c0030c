"""When things happened: turns the content's days and meetings into dates, from a today."""

from dataclasses import dataclass
from datetime import date, timedelta

from heed.demo.shapes import CaseStory
from heed.pathways.clocks import add_working_days, is_working_day

#: The demonstration's own day: a Monday, three days before the review group meets.
TODAY = date(2026, 11, 23)

THURSDAY = 3
MEETS_EVERY_DAYS = 42


@dataclass(frozen=True)
class Calendar:
    """The dates of a world, counted from its today.

    The review group meets every six weeks on a Thursday, next between three and nine days from
    today. Whatever falls on a day off is moved to the next working day; what lies before today
    stays before it.
    """

    today: date

    @classmethod
    def usual(cls) -> "Calendar":
        """The calendar of the demonstration's own day."""
        return cls(TODAY)

    def meeting(self, number: int) -> date:
        """The day of a meeting: 0 is the next, -1 the last one held."""
        soon = self.today + timedelta(days=3)
        following = soon + timedelta(days=(THURSDAY - soon.weekday()) % 7)
        day = following + timedelta(days=MEETS_EVERY_DAYS * number)
        if (day.month, day.day) > (12, 20) or (day.month, day.day) < (1, 3):
            # Nobody meets at Christmas: a week sooner, or later where sooner is past.
            day += timedelta(days=-7 if number < 0 else 14)
        return self.working(day)

    def day(self, number: int) -> date:
        """A day counted from today, on a working day."""
        return self.working(self.today + timedelta(days=number))

    def days_since(self, day: date) -> int:
        """How many days ago a day was."""
        return (self.today - day).days

    def decided(self, case: CaseStory) -> date:
        """When the group decided, or will take it."""
        dates = case.dates
        if dates.decided_on is not None:
            return self.day(dates.decided_on)
        return self.meeting(dates.decided_at)

    def referred(self, case: CaseStory) -> date:
        """When it was put forward, or begun."""
        if not case.reached("decided"):
            return self.day(-case.dates.referred)
        return self._after(self.decided(case), -case.dates.referred)

    def opened(self, case: CaseStory) -> date:
        """When the review was opened and its scope agreed."""
        return self._after(self.decided(case), case.dates.opened or 7)

    def event(self, case: CaseStory) -> date:
        """When people met, or will."""
        return self._after(self.decided(case), case.dates.event or 56)

    def signed_off(self, case: CaseStory) -> date:
        """When the group signed off the page and sent its recommendations on."""
        dates = case.dates
        if dates.signed_off_on is not None:
            return self.day(dates.signed_off_on)
        return self.meeting(dates.signed_off_at or 0)

    def released(self, case: CaseStory) -> date:
        """When the page was published."""
        return self._after(self.signed_off(case), case.dates.released or 14)

    def after_sign_off(self, case: CaseStory, days: int) -> date:
        """A day counted from the sign-off, on a working day."""
        return self._after(self.signed_off(case), days)

    def _after(self, day: date, number: int) -> date:
        return self.working(day + timedelta(days=number))

    def working(self, day: date) -> date:
        """The day itself, or the nearest working day that keeps it on its side of today."""
        if is_working_day(day):
            return day
        later = add_working_days(day, 1)
        return add_working_days(day, -1) if day <= self.today < later else later
