"""The stylesheets: legible by calculation, without the brand, fetching nothing."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from heed.design.colour import contrast
from heed.design.palette import PALETTE, Pairing

STATIC = Path(__file__).parents[1] / "static/heed"
STYLES = sorted(STATIC.glob("*.css"))
SCRIPTS = sorted(STATIC.glob("*.js"))
HEED_CSS = (STATIC / "heed.css").read_text()
PARTNER = "#6d2f4f"  # an example; what a partnership may choose is tested in test_colour.py


def colours() -> dict[str, str]:
    """The colours of heed.css by name."""
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", HEED_CSS))
    return {**found, "partner": PARTNER}


@pytest.mark.parametrize("pair", PALETTE, ids=lambda p: f"{p.colour} on {p.ground}: {p.use}")
def test_each_pair_stands_apart(pair: Pairing) -> None:
    named = colours()
    assert contrast(named[pair.colour], named[pair.ground]) >= pair.least


def test_every_colour_of_heed_is_in_a_pair() -> None:
    paired = {name for pair in PALETTE for name in (pair.colour, pair.ground)}
    only_decorates = {"line"}
    assert set(colours()) - paired == only_decorates


def test_every_pair_is_shown_in_the_catalogue() -> None:
    css = (STATIC / "catalogue.css").read_text()
    for pair in PALETTE:
        assert pair.css_rule in css


def test_every_name_that_is_used_is_given() -> None:
    for path in STYLES:
        css = path.read_text()
        given = set(re.findall(r"(--[\w-]+):", css + HEED_CSS))
        used = set(re.findall(r"var\((--[\w-]+)\)", css))
        assert used <= given, (path.name, used - given)


@pytest.mark.parametrize("path", STYLES, ids=lambda p: p.name)
def test_a_stylesheet_carries_no_brand_and_fetches_nothing(path: Path) -> None:
    css = path.read_text().lower()
    for brand in ("@font-face", "gds transport", "crown", "crest", "#1d70b8", "#1a65a6", "#0f385c"):
        assert brand not in css
    assert not re.search(r"https?:|//[a-z]|@import|sourcemappingurl", css)
    for address in re.findall(r"url\(([^)]*)\)", css):
        assert (path.parent / address.strip("'\"")).is_file(), address
    assert not re.search(r"#fd0\b", css)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.name)
def test_a_script_fetches_nothing(path: Path) -> None:
    script = path.read_text()
    assert not re.search(r"sourceMappingURL|import\s*[\"'{(]|fetch\(|XMLHttpRequest", script)
    assert not re.search(r"\beval\(|new Function|innerHTML\s*=\s*`", script)


#: What the script looks for, and no stylesheet does.
SCRIPTED = {"govuk-js-password-input-input", "govuk-js-password-input-toggle"}


def test_no_component_uses_a_class_that_no_stylesheet_knows() -> None:
    known = set(re.findall(r"\.((?:heed|govuk)-[\w-]+)", "".join(p.read_text() for p in STYLES)))
    known |= {one.split("__")[0] for one in known}
    known |= SCRIPTED
    folder = Path(__file__).parents[1] / "templates"
    for path in sorted(folder.rglob("*.html")):
        text = re.sub(r"{#.*?#}|{% comment.*?endcomment %}", "", path.read_text(), flags=re.DOTALL)
        for classes in re.findall(r'class="([^"]*)"', text):
            plain = re.sub(r"{%.*?%}|{{.*?}}", " ", classes)
            for one in plain.split():
                if one.startswith(("heed-", "govuk-")) and not one.endswith("-"):
                    assert one in known, f"{path.name}: {one}"


FAKE_CSS = (
    '@charset "UTF-8";:root{--govuk-brand-colour:#1d70b8}@font-face{font-family:GDS Transport;'
    "src:url(/assets/a.woff2)}.govuk-body{font-family:GDS Transport,arial,sans-serif;color:#0B0C0C}"
    ".govuk-footer__copyright-logo:before{background:url(/assets/images/govuk-crest.svg)}"
    '@media print{[href^="http://"]:after{content:attr(href)}}.govuk-link:focus{background:#fd0}'
    "/*# sourceMappingURL=x.css.map */"
)
FAKE_JS = "class A{}function initAll(){}export{A,initAll};\n//# sourceMappingURL=x.js.map"


def test_the_brand_is_taken_away_as_it_is_vendored(tmp_path: Path) -> None:
    script = Path(__file__).parents[4] / "script/vendor-design"
    code = compile(script.read_text(), str(script), "exec")
    made: dict[str, Any] = {"__name__": "vendored", "__file__": str(script)}
    exec(code, made)
    css = made["plain_styles"](FAKE_CSS)
    for gone in ("GDS", "@font-face", "url(", "http", "#1d70b8", "#fd0", "sourceMapping", "@media"):
        assert gone not in css
    assert '"Segoe UI"' in css
    assert "color:#22282b" in css
    assert made["plain_script"](FAKE_JS) == "class A{}function initAll(){}initAll();\n"


def test_another_version_is_not_vendored(tmp_path: Path) -> None:
    script = Path(__file__).parents[4] / "script/vendor-design"
    (tmp_path / "package.json").write_text('{"version": "5.0.0"}')
    ran = subprocess.run(
        [sys.executable, script, tmp_path], capture_output=True, text=True, check=False
    )
    assert ran.returncode
    assert ran.stderr.strip() == "This is govuk-frontend 5.0.0. Heed is built on 6.3.0."
