"""The door by which a web server reaches Heed."""

import os

from heed import sqlite  # noqa: F401  before Django loads its own
from heed.memory import meaning

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heed.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
meaning.read_ahead()
