"""Fills a served home with a library to read, and writes it out as files.

`python -m tests.journeys.reading.publishing FOLDER`: `FOLDER/web/any/place` is for a web server,
`FOLDER/disk` for readers without one. Says, as JSON, what a reader looks for.
"""

import json
import sys
from pathlib import Path
from typing import Any

import django

from heed import sqlite  # noqa: F401  before Django loads its own

OTTERLEY: dict[str, Any] = {
    "slug": "otterley",
    "name": "Otterley Safeguarding Children Partnership",
    "short_name": "Otterley",
    "prefix": "OTT",
    "pack": "england",
    "agency": ("Otterley School Nursing", "health_provider"),
    "other_agency": ("Otterley Council", "childrens_services"),
    "coordinator": "Beatrix Nwosu",
    "chair": "Callum Trevanion",
    "member": "Sunita Rao",
    "manager": "Petra Havel",
    "neighbour": "Idris Pugh",
    "representative": "Moira Fallon",
    "practitioner": "Tobi Adebayo",
    "facilitator": "Leena Sharma",
    "owner": "Ruth Calloway",
    "executive": "Owen Marchetti",
    "scrutineer": "Aisha Bramble",
    "administrator": "Piotr Sadowski",
}
SINCE = "Every first visit now asks who else is at home."
NOTICE = "We took this page down, and thank everyone who read it."


def main(folder: Path) -> None:
    """Releases three pages, shows what has changed since, takes one down, writes the files."""
    django.setup()
    from heed.briefings import operations as briefings
    from heed.briefings.tests.factories import make_released
    from heed.command import run
    from heed.library import operations
    from heed.recommendations import operations as recommendations
    from tests.houses import open_house

    house = open_house(OTTERLEY)
    page = make_released(house)
    assert page.briefing
    proposed = recommendations.propose(
        page.briefing.case, by=house.coordinator, text="Ask who is at home", because="nobody did."
    )
    routed = recommendations.route(
        proposed, by=house.coordinator, seen=proposed.version, group=house.working_group
    )
    change = operations.write_change(routed, by=house.coordinator, text=SINCE)
    operations.agree_change(change, by=house.chair, seen=change.version)
    operations.show_change(change, by=house.coordinator, seen=change.version)
    gone = make_released(house, title="Two letters and a telephone call")
    briefings.withdraw(gone, by=house.coordinator, notice=NOTICE, why="Asked to by a family.")
    for place, more in (("web/any/place", ()), ("disk", ("--from-disk",))):
        assert run(["library", "export", str(folder / place), *more]) == 0
    sys.stdout.write(json.dumps({"title": page.title, "gone": gone.slug}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
