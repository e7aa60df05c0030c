"""Addresses of the desk."""

from django.urls import include, path

from heed.casework import correcting, known, papers, people, register, themes, views

app_name = "casework"
ONE = "<slug:partnership>/reviews/<slug:reference>/"
urlpatterns = [
    path("<slug:partnership>/", views.front, name="front"),
    path("<slug:partnership>/today/", views.today, name="today"),
    path(
        "<slug:partnership>/meetings/<int:number>/papers/",
        papers.meeting_papers,
        name="meeting-papers",
    ),
    path("<slug:partnership>/reviews/", views.worklist, name="worklist"),
    path("<slug:partnership>/register/", register.register, name="register"),
    path("<slug:partnership>/themes/", themes.themes, name="themes"),
    path("<slug:partnership>/known/", known.known, name="known"),
    path("<slug:partnership>/known/alike/", known.alike, name="alike"),
    path(ONE, views.case, name="case"),
    path(f"{ONE}who/", views.who, name="who"),
    path(f"{ONE}who/restrict/", views.restrict, name="restrict"),
    path(f"{ONE}who/shut-out/", views.shut_out, name="shut-out"),
    path(f"{ONE}merge/", correcting.merge, name="merge"),
    path(f"{ONE}split/", correcting.split, name="split"),
    path("<slug:partnership>/people/", people.people, name="people"),
    path("<slug:partnership>/people/invite/", people.invite, name="invite"),
    path("<slug:partnership>/people/<int:number>/end/", people.end_part, name="end-part"),
    path("<slug:partnership>/settings/", people.settings, name="settings"),
    path("<slug:partnership>/settings/way-of-working/", include("heed.casework.way.urls")),
]
