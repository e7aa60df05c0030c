"""`heed people`: who works in a partnership, seen and changed from the command line."""

import argparse
from typing import TYPE_CHECKING, Any

from heed.command import parsing
from heed.command.parsing import Parser, Stop, under
from heed.command.starting import prepared

if TYPE_CHECKING:
    from heed.partnership.models import Partnership, Person

#: Parts that reach a whole partnership; the others are given on its own pages.
KINDS = ("coordinator", "administrator", "scrutineer", "partner executive")


def add(commands: Any) -> None:
    """Describe the commands."""
    people = commands.add_parser(
        "people",
        help="list people; add a first coordinator; end somebody's access",
        description=(
            "Day to day, a coordinator keeps people on the partnership's own pages. From here the\n"
            "first coordinator is named, and anybody's access can be ended."
        ),
    )
    inside = under(people)
    listing = inside.add_parser("list", help="list people", description="Lists people and parts.")
    _partnership(listing)
    listing.set_defaults(run=run_list)
    new = inside.add_parser(
        "add",
        help="add somebody, and print a joining link",
        description=(
            "Adds somebody with a part in the whole partnership, and prints a link at which they\n"
            "choose a password. The link works once; give it to them yourself."
        ),
    )
    new.add_argument("--name", required=True, help="their name")
    new.add_argument("--email", required=True, type=parsing.email, help="their work email")
    new.add_argument("--job", default="", help="their job title")
    new.add_argument(
        "--part", choices=KINDS, default="coordinator", help="what they are (default: coordinator)"
    )
    _partnership(new)
    new.set_defaults(run=run_add)
    link = inside.add_parser(
        "link",
        help="print a fresh joining link",
        description="Prints a fresh link at which somebody chooses a password. It works once.",
    )
    link.add_argument("--email", required=True, type=parsing.email, help="their work email")
    link.set_defaults(run=run_link)
    end = inside.add_parser(
        "end",
        help="end somebody's parts in a partnership",
        description=(
            "Ends every part that somebody plays in a partnership, its cases included. It takes\n"
            "effect at once. Whoever has no part left anywhere can no longer sign in."
        ),
    )
    end.add_argument("--email", required=True, type=parsing.email, help="their work email")
    _partnership(end)
    end.set_defaults(run=run_end)


def _partnership(parser: Parser) -> None:
    parser.add_argument(
        "--partnership", metavar="SLUG", help="how its address begins (needed where there are two)"
    )


def run_list(arguments: argparse.Namespace) -> int:
    """Each current part outside any one case: email, name, part, where."""
    for partnership in _chosen(arguments, all_of_them=True):
        parts = (
            partnership.parts.filter(case__isnull=True)
            .current()
            .select_related("person", "post__holder", "group", "agency")
        )
        for part in parts.order_by("person__name", "pk"):
            who = part.person or (part.post and part.post.holder)
            where = part.group or part.agency or partnership
            email, name = (who.email, who.name) if who else ("-", str(part.post))
            print(f"{partnership.slug}\t{email}\t{name}\t{part.kind}\t{where}")
    return 0


def run_add(arguments: argparse.Namespace) -> int:
    """Add somebody."""
    (partnership,) = _chosen(arguments)
    welcome(
        partnership,
        name=arguments.name,
        email=arguments.email,
        kind=arguments.part,
        job=arguments.job,
    )
    return 0


def run_link(arguments: argparse.Namespace) -> int:
    """Print a fresh joining link."""
    prepared()
    print(_link(_person(arguments.email)))
    return 0


def run_end(arguments: argparse.Namespace) -> int:
    """End somebody's parts, and their sign-in where nothing is left."""
    from django.db import transaction

    (partnership,) = _chosen(arguments)
    person = _person(arguments.email)
    from heed.partnership import operations
    from heed.partnership.models import Part

    with transaction.atomic():
        mine = Part.objects.of(person).filter(person=person).current()
        parts = list(mine.filter(partnership=partnership))
        for part in parts:
            operations.end_part(part, by=None)
        if not mine.exists():
            person.is_active = False
            person.save(update_fields=["is_active"])
    print(f"{len(parts)} part{'' if len(parts) == 1 else 's'} ended for {person.email}.")
    if not person.is_active:
        print("They have no part left, and can no longer sign in.")
    return 0


def welcome(
    partnership: "Partnership", *, name: str, email: str, kind: str, job: str = ""
) -> "Person":
    """Add somebody with a part in the whole partnership; print how they join."""
    from django.db import transaction

    from heed.partnership import operations
    from heed.partnership.models import Part
    from heed.partnership.states import PartKind

    with transaction.atomic():
        person = operations.add_person(partnership, by=None, email=email, name=name, role=job)
        if not person.is_active:
            person.is_active = True
            person.save(update_fields=["is_active"])
        held = Part.objects.of(person).current().filter(partnership=partnership, kind=kind)
        if not held.filter(case__isnull=True).exists():
            operations.give_part(partnership, by=None, person=person, kind=PartKind(kind))
    print(f"{person.name} is {kind} of {partnership.name}.")
    if person.has_usable_password():
        print("They have a password already, and sign in with it.")
    else:
        print(f"Give them this link to choose a password:\n{_link(person)}")
    return person


def _chosen(arguments: argparse.Namespace, *, all_of_them: bool = False) -> "list[Partnership]":
    prepared()
    from heed.partnership.models import Partnership

    found = list(Partnership.objects.all())
    if arguments.partnership:
        found = [one for one in found if one.slug == arguments.partnership]
        if not found:
            raise Stop(f"Nothing is at /{arguments.partnership}/: see heed partnership list.")
    if not found:
        raise Stop("There is no partnership yet: heed partnership add --help says how to add one.")
    if len(found) > 1 and not all_of_them:
        raise Stop(f"Say which with --partnership: {', '.join(one.slug for one in found)}.")
    return found


def _person(email: str) -> "Person":
    from heed.partnership.models import Person

    person = Person.objects.filter(email__iexact=email).first()
    if person is None:
        raise Stop(f"Nobody has the email {email}: see heed people list.")
    return person


def _link(person: "Person") -> str:
    from django.conf import settings

    from heed.partnership.sign_in import joining_link

    return f"{settings.HEED_ADDRESS}{joining_link(person)}"
