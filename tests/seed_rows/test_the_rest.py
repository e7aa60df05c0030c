"""Rows on what is asked of a referral once it goes forward."""

from heed.referrals import later, operations
from heed.referrals.tests.factories import make_sent
from tests.seed_rows.conftest import Open, Read


def test_s0_15_a_child_without_a_school_place_whom_nobody_knew_is_told_of(
    house_of: Open, read: Read
) -> None:
    """Population flags: not in education, unknown to services. Both are asked of each child."""
    house = house_of("cornwall")
    sent = make_sent(house, area="cornwall")
    asked = operations.ask_later(sent, by=house.coordinator)
    child = asked.case.concerns.get()
    for section, key, question, said in (
        ("child", f"child-{child.pk}", "learns_at", "missing"),
        ("services", later.ONLY, "unknown_to_services", "yes"),
    ):
        page = read(house, house.manager, f"referrals/{asked.reference}/more/{section}/")
        this = later.section(asked, section)
        assert this
        entry = this.at(key)
        assert entry
        assert this.section.title in page
        operations.answer_later(
            asked, by=house.manager, section=this, entry=entry, values={question: said}, seen={}
        )
    told = read(house, house.coordinator, f"referrals/{asked.reference}/")
    assert "Of school age, with no place" in told
    assert "Was the child unknown to local services before this?" in told
