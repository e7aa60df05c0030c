import pytest

from heed.memory import index, lexicon, operations, postings, queries, understanding
from heed.memory.models import Index, Meaning, Posting
from heed.memory.tests.factories import make_entry

pytestmark = pytest.mark.django_db


def test_it_reads_each_entry_once_and_tells_how_far_it_is() -> None:
    for number in range(5):
        make_entry(f"k{number}")
    told: list[tuple[int, int]] = []
    assert understanding.understand(limit=2) == 2
    assert understanding.understand(told=lambda done, of: told.append((done, of))) == 3
    assert told == [(3, 3)]
    assert understanding.understand() == 0
    assert Meaning.objects.count() == 5


def test_a_text_that_changed_meanwhile_is_read_next_time() -> None:
    entry = make_entry("k")
    understanding._keep([(entry.pk, "another digest")], [(b"\0" * 512, {"neglect": 1.0})])
    assert not Meaning.objects.exists()
    assert not Posting.objects.filter(term="~neglect").exists()


def test_a_rebuilt_index_is_the_index() -> None:
    for number in range(3):
        make_entry(f"k{number}", themes=["neglect"], agencies=["school"])
    understanding.understand()
    before = sorted(
        (row.term, row.block, bytes(row.slots), bytes(row.weights)) for row in Posting.objects.all()
    )
    assert index.rebuild() == 3
    after = sorted(
        (row.term, row.block, bytes(row.slots), bytes(row.weights)) for row in Posting.objects.all()
    )
    assert before == after


def test_a_new_lexicon_has_every_entry_read_anew() -> None:
    make_entry("k")
    index.ready()
    assert index.is_current()
    Posting.objects.filter(term="coat").delete()
    index.ready()
    assert not Posting.objects.filter(term="coat").exists()
    Index.objects.update(lexicon="an older one")
    index.ready()
    assert Index.objects.get().lexicon == lexicon.lexicon().version
    assert queries.search(None, "coat").hits


def test_what_an_older_lexicon_read_can_still_be_forgotten() -> None:
    make_entry("kept")
    entry = make_entry("gone", text="A zebra crossed the yard.")
    postings.write(added={entry.pk: {"=a-concept-of-long-ago": 2}})
    Index.objects.update(lexicon="an older one")
    assert operations.forget("gone")
    assert not Posting.objects.filter(term__in=["zebra", "=a-concept-of-long-ago"]).exists()
    assert Posting.objects.filter(term="coat").exists()
