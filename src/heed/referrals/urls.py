"""Addresses of referrals."""

from django.urls import path

from heed.referrals.views import (
    colleagues,
    copies,
    invitations,
    later,
    papers,
    processes,
    public,
    sending,
    starting,
    writing,
)

app_name = "referrals"
ONE = "<slug:partnership>/referrals/<slug:reference>/"
REFER = "<slug:partnership>/refer/"
INVITED = "<slug:partnership>/referrals/invitations/"
urlpatterns = [
    path(REFER, public.start, name="open"),
    path(f"{REFER}address/", public.address, name="address"),
    path(f"{REFER}back/", public.back, name="back"),
    path(f"{REFER}code/", public.code, name="code"),
    path(f"{REFER}yours/", public.yours, name="yours"),
    path(f"{REFER}about-you/", public.about_you, name="about-you"),
    path(f"{REFER}leave/", public.leave, name="leave"),
    path(INVITED, invitations.invitations, name="invitations"),
    path(f"{INVITED}<int:number>/take-back/", invitations.take_back, name="take-back"),
    path("<slug:partnership>/referrals/", starting.referral_list, name="list"),
    path("<slug:partnership>/referrals/start/", starting.start, name="start"),
    path("<slug:partnership>/referrals/from/", starting.who_refers, name="from"),
    path("<slug:partnership>/referrals/word/", copies.bring, name="bring"),
    path("<slug:partnership>/referrals/word/blank/", copies.blank, name="copy-blank"),
    path("<slug:partnership>/refer/word/", copies.blank_for_all, name="copy-for-all"),
    path(ONE, sending.referral, name="referral"),
    path(f"{ONE}representative/", writing.representative, name="representative"),
    path(f"{ONE}about/", writing.about, name="about"),
    path(f"{ONE}people/", writing.people, name="people"),
    path(f"{ONE}people/add/", writing.person_add, name="person-add"),
    path(f"{ONE}people/<int:number>/", writing.person_change, name="person-change"),
    path(f"{ONE}people/<int:number>/take-out/", writing.person_remove, name="person-remove"),
    path(f"{ONE}ask/<slug:question>/", writing.question, name="question"),
    path(f"{ONE}files/", papers.files, name="files"),
    path(f"{ONE}files/<int:number>/", papers.file, name="file"),
    path(f"{ONE}files/<int:number>/take-out/", papers.file_remove, name="file-remove"),
    path(f"{ONE}more/ask/", later.ask, name="later-ask"),
    path(f"{ONE}more/<slug:section>/", later.section, name="later"),
    path(f"{ONE}more/<slug:section>/<slug:key>/", later.entry, name="later-entry"),
    path(f"{ONE}more/<slug:section>/<slug:key>/take-out/", later.take_out, name="later-take-out"),
    path(f"{ONE}colleagues/", colleagues.who_writes, name="colleagues"),
    path(f"{ONE}colleagues/<int:number>/take-out/", colleagues.take_out, name="colleague-take-out"),
    path(f"{ONE}here/", colleagues.here, name="here"),
    path(f"{ONE}check/", sending.check, name="check"),
    path(f"{ONE}sent/", sending.sent, name="sent"),
    path(f"{ONE}withdraw/", sending.withdraw, name="withdraw"),
    path(f"{ONE}word/", copies.understood, name="copy"),
    path(f"{ONE}word/filled/", copies.filled, name="copy-filled"),
    path(f"{ONE}agency/", invitations.agency, name="agency"),
    path(f"{ONE}ask-more/", sending.ask_more, name="ask-more"),
    path(f"{ONE}take-in/", processes.take_in, name="take-in"),
]
