import numpy as np

from heed.memory.postings import Occurrences, length_code
from heed.memory.ranking import best, by_terms


def occurring(**weights: int) -> Occurrences:
    ids = sorted(int(name.removeprefix("e")) for name in weights)
    return Occurrences(np.array(ids), np.array([weights[f"e{one}"] for one in ids], np.uint8))


LENGTHS = occurring(**{f"e{one}": length_code(60) for one in range(1, 41)})


def test_a_theme_tells_more_the_fewer_entries_speak_of_it() -> None:
    common = occurring(**{f"e{one}": 4 for one in range(1, 31)})
    found = {":length": LENGTHS, "=rare": occurring(e40=4), "=common": common}
    scores = by_terms({}, {}, {"rare": 0.5, "common": 0.5}, found)
    assert scores[40] > scores[1] > 0


def test_a_theme_tells_more_in_a_short_entry_than_in_a_long_one() -> None:
    lengths = occurring(e1=length_code(40), e2=length_code(900), e3=length_code(40))
    found = {":length": lengths, "=neglect": occurring(e1=3, e2=3)}
    scores = by_terms({}, {}, {"neglect": 1.0}, found)
    assert scores[1] > scores[2] > scores[3] == 0


def test_an_entry_that_holds_the_words_comes_before_one_that_only_shares_a_theme_with_many() -> (
    None
):
    theme = occurring(**{f"e{one}": 2 for one in range(1, 31)})
    found = {":length": LENGTHS, "filicid": occurring(e35=1), "=neglect": theme}
    scores = by_terms({"filicid": 1.0}, {}, {"neglect": 0.6}, found)
    assert best(scores, np.ones(41, bool), 3)[0] == 35
