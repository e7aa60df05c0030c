"""How Heed writes days and times, and where the parts of a chart stand."""

import datetime

import pytest
from django.template import Context, Template

from heed.design import charts, dates, text
from heed.design.shapes import Step
from heed.design.templatetags.design import position

UTC = datetime.UTC


def test_a_moment_is_told_in_london() -> None:
    summer = datetime.datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert dates.moment(summer) == "2 July 2026, 12:30am"
    assert dates.weekday(summer) == "Thursday 2 July 2026"
    winter = datetime.datetime(2026, 11, 20, 16, 12, tzinfo=UTC)
    assert dates.moment(winter) == "20 November 2026, 4:12pm"


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ((0, 0), "midnight"),
        ((0, 5), "12:05am"),
        ((9, 0), "9am"),
        ((12, 0), "midday"),
        ((12, 30), "12:30pm"),
        ((16, 12), "4:12pm"),
    ],
)
def test_a_time_is_of_twelve_hours(time: tuple[int, int], said: str) -> None:
    assert dates.time_of_day(datetime.time(*time)) == said


def test_templates_write_the_same() -> None:
    made = Template(
        "{% load design %}{{ d|day }}|{{ d|short_day }}|{{ d|weekday }}|{{ d|month }}|"
        "{{ m|moment }}|{{ t|time_of_day }}|{{ none|day }}{{ none|moment }}{{ none|time_of_day }}"
    ).render(
        Context(
            {
                "d": datetime.date(2026, 4, 3),
                "m": datetime.datetime(2026, 4, 3, 8, 0, tzinfo=UTC),
                "t": datetime.time(0, 0),
                "none": None,
            }
        )
    )
    assert made == (
        "3 April 2026|3 April|Friday 3 April 2026|April 2026|3 April 2026, 9am|midnight|"
    )


def test_where_steps_have_got_to() -> None:
    steps = [Step("A", "done"), Step("B", "now"), Step("C")]
    assert position(steps) == {"number": 2, "total": 3, "step": steps[1]}
    done = [Step("A", "done"), Step("B", "done")]
    assert position(done) == {"number": 2, "total": 2, "step": done[1]}
    assert position([]) == {"number": 0, "total": 0, "step": None}
    assert position([{"status": "now"}])["number"] == 1


def test_words_are_counted_by_their_gaps() -> None:
    assert text.words_in("  one\ntwo — three ") == 4
    assert text.words_in("") == 0


def test_a_line_goes_up_when_the_figures_do() -> None:
    chart = charts.line([0, 50, 100], says="It rose", begins="May", ends="July")
    assert [dot.y for dot in chart.dots] == [62, 35, 8]
    assert [label.text for label in chart.labels] == ["0%", "100%", "May", "July"]


def test_one_figure_is_said_once() -> None:
    chart = charts.line([40], says="Forty", begins="May", ends="May")
    assert [label.text for label in chart.labels] == ["40%", "May"]


def test_a_line_needs_a_figure() -> None:
    with pytest.raises(ValueError, match="in words"):
        charts.line([], says="", begins="", ends="")


def test_bars_are_in_proportion_and_the_second_is_hatched() -> None:
    chart = charts.bars([("A", [10, 5]), ("B", [0, 20])], says="x", pattern="p", of=[40, 40])
    assert [bar.width for bar in chart.bars] == [75, 37.5, 0, 150]
    assert [bar.hatched for bar in chart.bars] == [False, True, False, True]
    assert [label.text for label in chart.labels][:3] == ["A", "10 of 40", "5 of 40"]


def test_bars_of_nothing_do_not_divide_by_it() -> None:
    assert charts.bars([("A", [0])], says="x", pattern="p").bars[0].width == 0
