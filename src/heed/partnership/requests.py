"""The request that a guarded view gets: somebody is signed in."""

from django.http import HttpRequest

from heed.partnership.models import Partnership, Person


class Request(HttpRequest):
    """A request behind ``@needs``: ``user`` is a Person; ``partnership`` is the address's own."""

    user: Person
    partnership: Partnership
