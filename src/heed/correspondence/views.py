"""The outbox: read, change, send, set aside."""

from django.contrib import messages as notices
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.correspondence import operations, queries
from heed.correspondence.access import READ, READ_OUTBOX, SEND
from heed.correspondence.forms import MessageForm
from heed.correspondence.models import Message
from heed.correspondence.states import MessageState
from heed.doors import needs
from heed.partnership import queries as partnerships
from heed.partnership.models import Partnership
from heed.partnership.requests import Request


@needs(READ_OUTBOX, partnerships.partnership)
def outbox(request: Request, partnership: Partnership) -> HttpResponse:
    """What waits to be read and sent, and what has gone."""
    gone = Paginator(queries.gone(request.user, partnership), 20)
    return render(
        request,
        "correspondence/outbox.html",
        {
            "waiting": queries.waiting(request.user, partnership),
            "gone": gone.get_page(request.GET.get("page")),
        },
    )


@require_POST
@needs(READ_OUTBOX, partnerships.partnership)
def send_selected(request: Request, partnership: Partnership) -> HttpResponse:
    """Send the messages that were ticked."""
    chosen = [n for n in request.POST.getlist("message") if n.isdigit()]
    waiting = queries.waiting(request.user, partnership).filter(pk__in=chosen)
    if not chosen:
        notices.error(request, "Tick the messages to send, then press the button again.")
    sent = [operations.send(one, by=request.user) for one in waiting]
    good = sum(one.state == MessageState.SENT for one in sent)
    if good:
        notices.success(request, f"{good} message{'' if good == 1 else 's'} sent.")
    if good < len(sent):
        notices.error(
            request,
            f"The mail server did not take {len(sent) - good}. Nothing is lost: try later.",
        )
    return redirect("correspondence:outbox", partnership=partnership.slug)


@needs(READ, queries.message)
def message(request: Request, message: Message) -> HttpResponse:
    """One message: read it, change its words, send it or set it aside."""
    waits = message.state in queries.WAITING
    form = MessageForm(
        request.POST or None,
        seen=message.version,
        initial={"subject": message.subject, "body": message.body},
    )
    if request.method == "POST" and waits and form.is_valid():
        operations.rewrite(
            message,
            by=request.user,
            seen=form.cleaned_data["seen"],
            subject=form.cleaned_data["subject"],
            body=form.cleaned_data["body"],
        )
        if "send" in request.POST:
            operations.send(message, by=request.user)
            notices.success(request, f"The message is {message.state_word.lower()}.")
            return redirect("correspondence:outbox", partnership=message.partnership.slug)
        notices.success(request, "Saved. It waits here until you send it.")
        return redirect(
            "correspondence:message", partnership=message.partnership.slug, number=message.pk
        )
    return render(
        request, "correspondence/message.html", {"message": message, "form": form, "waits": waits}
    )


@require_POST
@needs(SEND, queries.message)
def discard(request: Request, message: Message) -> HttpResponse:
    """Set a message aside."""
    operations.discard(message, by=request.user)
    notices.success(request, "The message was set aside. It stays on record and was not sent.")
    return redirect("correspondence:outbox", partnership=message.partnership.slug)
