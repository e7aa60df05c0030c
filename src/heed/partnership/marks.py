"""The signed mark of a person, which every form shown to them carries: whose words they are.

It opens nothing. It says for whom a post is held that came after the session ended.
"""

from django.core import signing
from django.http import HttpRequest

from heed.partnership.models import Person

#: The hidden field's name.
MARK = "person_mark"
SALT = "heed.person-mark"
#: A page may have lain open over a long weekend.
GOOD_FOR = 7 * 24 * 60 * 60


def mark_of(person: Person) -> str:
    """The mark that a form shown to ``person`` carries."""
    return signing.dumps(person.pk, salt=SALT)


def marked(request: HttpRequest) -> Person | None:
    """The person to whom the posted form was shown; None without a mark that is ours and good."""
    try:
        whose = signing.loads(request.POST.get(MARK, ""), salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        return None
    return Person.objects.filter(pk=whose, is_active=True).first()
