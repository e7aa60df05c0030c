from pathlib import Path

from heed.pathways import reference

PAGE = Path(__file__).parents[4] / "docs" / "reference" / "packs.md"


def test_every_key_of_a_pack_is_documented() -> None:
    assert reference.undocumented() == []


def test_the_page_is_in_step_with_the_shapes() -> None:
    assert PAGE.read_text() == reference.render_reference(), "heed pack reference writes it anew"


def test_the_page_tells_kind_default_and_meaning() -> None:
    page = reference.render_reference()
    for row in (
        "| `kind` | `target`, `deadline` | needed | target: ours to set.",
        "| `groups` | list of [Group](#group) | needed | Its groups. |",
        "| `at_least` | whole number | `3` | How many members must be there. |",
        "| `look_again_months` | list of whole number | `6`, `12` |",
        "| `when` | [When](#when) | none | Asked only when an earlier answer calls for it. |",
        "| `words` | table of keys and text | needed | Its own names for things. |",
    ):
        assert row in page


def test_every_link_within_the_page_leads_somewhere() -> None:
    page = reference.render_reference()
    headings = {line[3:].lower() for line in page.splitlines() if line.startswith("## ")}
    links = {part.split(")")[0] for part in page.split("](#")[1:]}
    assert links
    assert links <= headings
