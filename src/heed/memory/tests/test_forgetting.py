import numpy as np
import pytest

from heed.memory import meaning, operations, queries, understanding, vectors
from heed.memory.models import Meaning, Posting
from heed.memory.tests.factories import make_case, make_entry
from tests.houses import House

pytestmark = pytest.mark.django_db


def test_what_is_forgotten_leaves_neither_word_nor_meaning() -> None:
    make_entry("kept")
    entry = make_entry("gone", text="A zebra crossed the yard.", themes=["neglect"])
    understanding.understand()
    assert entry.pk in vectors.current().owners
    assert operations.forget("gone")
    assert not Posting.objects.filter(term="zebra").exists()
    assert not Meaning.objects.filter(entry=entry.pk, vectors__isnull=False).exists()
    copy = vectors.current()
    assert entry.pk not in copy.owners
    assert int(np.abs(np.asarray(copy.vectors)[np.asarray(copy.owners) == 0]).sum()) == 0
    assert [hit.entry.source_key for hit in queries.search(None, "zebra").hits] == ["kept"]


def test_a_case_that_is_deleted_takes_what_was_learnt_of_it(here: House) -> None:
    case = make_case(here)
    make_entry("finding", text="A zebra crossed the yard.", audience="case", case=case)
    understanding.understand()
    case.parts.all().delete()
    case.delete()
    assert not Posting.objects.exists()
    assert not Meaning.objects.filter(vectors__isnull=False).exists()
    assert not (np.asarray(vectors.current().owners) > 0).any()


def test_a_renewed_text_loses_its_old_words_and_its_old_meaning() -> None:
    entry = make_entry("k", text="A zebra crossed the yard.")
    understanding.understand()
    make_entry("k", text="A kettle on the landing.")
    assert not Posting.objects.filter(term="zebra").exists()
    assert [one.pk for one in understanding.unread()] == [entry.pk]
    assert understanding.understand() == 1
    asked = meaning.of_question("a kettle on a landing")
    close = vectors.nearest(vectors.current(), asked, np.ones(entry.pk + 1, bool), 5)
    assert close[entry.pk] > 0.5
