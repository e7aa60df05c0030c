"""Two partnerships own a toolkit together: each agrees, one withdraws, learning comes by feed."""

import os
import subprocess
import sys

from tests.houses import SELBY_VALE
from tests.journeys.conftest import HEED, _environment
from tests.journeys.people import Person, Visitors
from tests.journeys.toolkit.published import TITLE
from tests.journeys.ways.houses import SANDHOLME

MODULE = "Ask for him by name"
THEME = "fathers-male-carers"
OURS, THEIRS = f"/sandholme/learning-themes/{THEME}/", f"/selby-vale/learning-themes/{THEME}/"


def agrees(person: Person) -> None:
    """Finds on their day that a module waits, reads it, and agrees."""
    person.reads("Agree to a module, or say what should change", MODULE)
    person.presses("Agree to a module")
    person.reads("Whom did nobody speak with?")
    person.presses("Agree, or ask for a change")
    person.chooses("I read all of it, and nobody could be known")
    person.goes_on()


def test_two_partnerships_share_a_toolkit(with_script: Visitors) -> None:
    visitors = with_script
    there = _environment(visitors.home, visitors.address)
    released = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.toolkit.published"], env=there, cwd=os.getcwd()
    )
    with visitors.given("Sandholme begins a toolkit and asks Selby Vale to own it too"):
        miriam = visitors.at("/sandholme/toolkit/shared/add/", SANDHOLME["coordinator"])
        miriam.fills(name="Recurring themes")
        miriam.ticks("Fathers, partners and other men")
        miriam.presses("Begin it")
        miriam.presses("Ask a partnership to share it")
        miriam.chooses("Selby Vale Safeguarding Children Partnership")
        miriam.presses("Ask them")
    with visitors.when("Selby Vale's coordinator finds it on her day, and says yes"):
        rosalind = visitors.at("/selby-vale/today/", SELBY_VALE["coordinator"])
        rosalind.presses("Say whether to share a toolkit")
        rosalind.presses("Yes, share it")
    with visitors.when("a module is written, and the chair of each agrees"):
        miriam.opens(f"/sandholme/toolkit/modules/add/?theme={THEME}&kind=reflect")
        miriam.chooses("Recurring themes (Sandholme and Selby Vale)")
        miriam.fills(title=MODULE, words="1. Whom did nobody speak with?")
        miriam.presses("Save")
        miriam.presses("Put it before its owners")
        desmond = visitors.at("/sandholme/today/", SANDHOLME["chair"])
        agrees(desmond)
        desmond.reads("It waits for the other owners")
        amir = visitors.at("/selby-vale/today/", SELBY_VALE["chair"])
        agrees(amir)
    with visitors.then("it stands in both libraries"):
        reader = visitors.person("somebody without an account")
        for address in (OURS, THEIRS):
            reader.opens(address)
            reader.reads(MODULE)
    with visitors.when("Selby Vale takes it out of its own, and its coordinator lets that be told"):
        amir.presses("Take it out of our library")
        amir.goes_on()
        before = len(visitors.letters())
        rosalind.opens("/selby-vale/outbox/")
        rosalind.presses("Send the ticked messages")
    with visitors.then("it is gone there at once, stays here, and Sandholme is told"):
        later = visitors.person("somebody who had not looked before")  # a browser keeps a page
        later.opens(THEIRS)
        later.does_not_read(MODULE)
        later.opens(OURS)
        later.reads(MODULE)
        told = [one for one in visitors.letters()[before:] if "miriam.feld" in one.to]
        assert any("out of its library. It stays in yours." in one.text for one in told), told
    with visitors.when("Selby Vale releases a page, and Sandholme takes its feed in"):
        assert released.wait(timeout=60) == 0
        feed = f"sandholme={visitors.address}/selby-vale/library/feed.json"
        tick = [sys.executable, *HEED, "tick"]
        done = subprocess.run(tick, env={**there, "HEED_FEEDS": feed}, capture_output=True)
        assert done.returncode == 0, done.stderr
    with visitors.then("people of Sandholme read it beside their own, and everyone finds its link"):
        miriam.opens("/sandholme/others-learning/")
        miriam.reads(TITLE, "Selby Vale")
        later = visitors.person("somebody later still")
        later.opens(OURS)
        later.reads("From the partnerships that share our toolkit", TITLE)
