"""Asks axe whether a page shuts anybody out. Vendored: vendor/axe-core, with its licence."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text()

#: The one violation that stands: govuk-frontend's script puts aria-expanded on radios that reveal.
ALLOWED = ("aria-allowed-attr", "govuk-radios__input")


def violations(page: Page) -> list[str]:
    """What axe finds, one line each. Evaluated from outside the page, so that its policy stands."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(
        "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
    )
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {' '.join(node['html'].split())[:140]}"
        for rule in found
        for node in rule["nodes"]
        if not (
            rule["id"] == ALLOWED[0]
            and ALLOWED[1] in node["html"]
            and "aria-expanded" in node["html"]
        )
    ]
