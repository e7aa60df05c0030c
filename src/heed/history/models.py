"""Entries, the seals that prove them, and what a record needs so that its changes can be told."""

from enum import StrEnum
from typing import ClassVar

from django.db import models


class Entry(models.Model):
    """One thing that somebody did or read.

    No foreign keys: an entry outlives what it tells of. ``sentence`` is what the timeline shows;
    it holds references and agencies, never a child's name.
    """

    at = models.DateTimeField()
    happened_on = models.DateField(null=True)
    partnership = models.CharField(max_length=60, blank=True)
    case_reference = models.CharField(max_length=20, blank=True)
    subject = models.CharField(max_length=80)
    verb = models.CharField(max_length=60)
    sentence = models.CharField(max_length=400, blank=True)
    person_id = models.BigIntegerField(null=True)
    person_was = models.CharField(max_length=200, blank=True)
    on_word_of = models.CharField(max_length=200, blank=True)
    before = models.CharField(max_length=40, blank=True)
    after = models.CharField(max_length=40, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["case_reference", "-id"]),
            models.Index(fields=["subject", "-id"]),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.verb} {self.subject}"


class Seal(models.Model):
    """A batch of entries, summed up in a digest that holds the digest before it."""

    first = models.BigIntegerField()
    last = models.BigIntegerField(unique=True)
    count = models.PositiveIntegerField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.first}–{self.last}"


class Versioned(models.Model):
    """A record that several people edit: each save carries the version that it started from."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


class Moving(Versioned):
    """A record with a state. ``MOVES`` says which states may follow which."""

    MOVES: ClassVar[dict[StrEnum, frozenset[StrEnum]]] = {}

    state: models.CharField

    class Meta:
        abstract = True
