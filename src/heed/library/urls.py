"""Addresses of the library. A released page keeps its address for good."""

from django.urls import path

from heed.library.publishing import api
from heed.library.views import (
    changes,
    following,
    forum,
    hearing,
    making,
    other_forms,
    reaching,
    reading,
    talking,
    theme,
)

app_name = "library"
PAGES = "<slug:partnership>/learning/"
USED = "<slug:partnership>/library/"
FORM = f"{USED}other-forms/<int:number>/"
OF_THEME = f"{USED}themes/<slug:theme>/"
SINCE = "<slug:partnership>/recommendations/<slug:number>/what-has-changed/"
urlpatterns = [
    path("api/", following.api_page, name="api"),
    path("api/v1/openapi.json", following.api_description, name="api-description"),
    path("api/v1/", api.urls),
    path(PAGES, reading.library, name="list"),
    path("<slug:partnership>/learning-themes/", reading.themes, name="themes"),
    path("<slug:partnership>/learning-a-to-z/", reading.a_to_z, name="a-to-z"),
    path("<slug:partnership>/learning-themes/<slug:theme>/", theme.theme, name="theme"),
    path("<slug:partnership>/forum-reading/", forum.reading, name="forum"),
    path(
        "<slug:partnership>/learning-themes/<slug:theme>/papers/<int:number>/",
        theme.paper,
        name="theme-paper",
    ),
    path(f"{PAGES}<slug:slug>/", reading.page, name="page"),
    path(f"{PAGES}<slug:slug>/in/<slug:language>/", other_forms.translation, name="translation"),
    path(f"{PAGES}<slug:slug>/recording.mp3", other_forms.listen, name="listen"),
    path(f"{PAGES}<slug:slug>/easy-read/", other_forms.easy_read, name="easy-read"),
    path(f"{PAGES}<slug:slug>/other-forms/", making.of_page, name="other-forms"),
    path(FORM, making.other_form, name="other-form"),
    path(f"{FORM}edit/", making.edit, name="other-form-edit"),
    path(f"{FORM}agree/", making.agree, name="other-form-agree"),
    path(f"{FORM}do/<slug:step>/", making.step, name="other-form-step"),
    path(f"{PAGES}<slug:slug>/sheet/", reading.sheet, name="sheet"),
    path("<slug:partnership>/learning-space/", talking.space, name="space"),
    path("<slug:partnership>/learning-space/record.docx", talking.record, name="space-record"),
    path(f"{PAGES}<slug:slug>/talk-it-over/", talking.talk, name="talk"),
    path(f"{PAGES}<slug:slug>/talk-it-over/for-a-team.docx", talking.copy, name="talk-copy"),
    path(f"{PAGES}<slug:slug>/seen-here/", hearing.say, name="say"),
    path(f"{USED}seen-here/", hearing.heard_list, name="heard-list"),
    path(f"{USED}seen-here/<int:number>/", hearing.heard, name="heard"),
    path(f"{PAGES}<slug:slug>/reaching/", reaching.plan, name="reaching"),
    path(f"{PAGES}<slug:slug>/reaching/<int:number>/", reaching.done, name="reached"),
    path(f"{PAGES}<slug:slug>/reaching/<int:number>/out/", reaching.take_out, name="reach-out"),
    path(f"{USED}follow/", following.follow, name="follow"),
    path(f"{USED}feed.xml", following.atom, name="atom"),
    path(f"{USED}feed.json", following.json_feed, name="json-feed"),
    path(f"{OF_THEME}feed.xml", following.atom, name="theme-atom"),
    path(f"{OF_THEME}feed.json", following.json_feed, name="theme-json-feed"),
    path(f"{USED}learning.csv", following.table, name="table"),
    path(f"{USED}embed/", following.embed, name="embed"),
    path(SINCE, changes.change, name="change"),
    path(f"{SINCE}keep/", changes.keep, name="change-keep"),
    path(f"{SINCE}<slug:what>/", changes.press, name="change-press"),
]
