from heed.memory import leanings, meaning

LONG = " ".join(f"Sentence number {n} says a little about one day at home." for n in range(60))


def test_a_short_text_is_one_passage_and_a_long_one_several() -> None:
    assert meaning.passages("Title", "One sentence.") == ["Title. One sentence."]
    pieces = meaning.passages("Title", LONG)
    assert len(pieces) == 5
    assert all(piece.startswith("Title. ") for piece in pieces)
    assert sum(len(piece.split()) - 1 for piece in pieces) == len(LONG.split())


def test_a_text_without_a_full_stop_is_still_cut() -> None:
    pieces = meaning.passages("T", "word " * 1_000)
    assert max(len(piece.split()) for piece in pieces) <= 1.25 * meaning.PASSAGE_WORDS + 1
    assert len(meaning.passages("T", "word " * 100_000)) == meaning.MOST_PASSAGES


def test_an_empty_text_is_one_passage() -> None:
    assert meaning.passages("Title", "") == ["Title. "]


def test_packed_vectors_lose_next_to_nothing() -> None:
    made = meaning.encode(["who else is at home", "nobody spoke to the little brother"])
    back = meaning.unpack(meaning.pack(made)) / meaning.SCALE
    assert ((made * back).sum(axis=1) > 0.99).all()


def test_like_texts_lie_closer_than_unlike_ones() -> None:
    one, like, unlike = meaning.encode(
        [
            "The baby's father was never met.",
            "Nobody had spoken to the infant's dad.",
            "The spreadsheet was moved to another server.",
        ]
    )
    assert one @ like > one @ unlike + 0.2


def test_a_text_leans_to_its_theme_without_sharing_a_word_with_it() -> None:
    vector = meaning.encode(["the bairn had purple patches on the wee one's cheek"])
    assert "nai-infants" in leanings.of_entry(meaning.unpack(meaning.pack(vector)))


def test_the_points_are_kept_as_a_file_and_read_again() -> None:
    made = leanings.points().vectors
    leanings.points.cache_clear()
    assert (leanings.points().vectors == made).all()


def test_it_is_read_ahead_so_that_no_first_question_waits() -> None:
    meaning.read_ahead().join(timeout=60)
    assert meaning._encoder is not None
