"""The content's words, put as people would type them into Heed."""

from collections.abc import Mapping, Sequence

from heed.demo.shapes import Report

EVERYONE = "everyone"


def listed(words: Sequence[str]) -> str:
    """A list as a person writes it: "nurses, schools and police"."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def points(lines: Sequence[str]) -> str:
    """Points or questions, one a line."""
    return "\n".join(lines)


def page_sections(report: Report) -> dict[str, str]:
    """The sections of a page by their ids in the packs that the demonstration uses."""
    return {
        "child": report.child_in_mind,
        "why": report.why_we_looked,
        "worked_well": points(report.what_worked),
        "learnt": points(report.what_we_learned),
        "next": points(report.what_is_changing),
        "talk": points(report.questions),
    }


def page_words(report: Report) -> str:
    """Everything on the page that a person wrote, in one piece."""
    parts = (report.title, report.focus, listed(report.audience), *page_sections(report).values())
    return "\n\n".join(parts)


def roles(report: Report, readers: Mapping[str, str]) -> list[str]:
    """The work of those whom a page names; none where it is for everybody."""
    found = [readers[one] for one in report.audience if one in readers]
    return [] if EVERYONE in found else list(dict.fromkeys(found))
