"""Addresses of toolkits while they are made. What is shown is read in the library."""

from django.urls import path

from heed.toolkit.views import modules, sharing

app_name = "toolkit"
ALL = "<slug:partnership>/toolkit/"
MODULE = f"{ALL}modules/<int:number>/"
KIT = f"{ALL}shared/<int:number>/"
urlpatterns = [
    path(ALL, modules.toolkits, name="list"),
    path(f"{ALL}modules/add/", modules.add, name="module-add"),
    path(MODULE, modules.module, name="module"),
    path(f"{MODULE}edit/", modules.edit, name="module-edit"),
    path(f"{MODULE}papers/add/", modules.add_paper, name="module-paper"),
    path(f"{MODULE}papers/<int:paper>/", modules.paper, name="module-paper-open"),
    path(f"{MODULE}agree/", modules.agree, name="module-agree"),
    path(f"{MODULE}take-back/", modules.take_back, name="module-take-back"),
    path(f"{MODULE}do/<slug:step>/", modules.step, name="module-step"),
    path(f"{ALL}shared/add/", sharing.begin, name="begin"),
    path(KIT, sharing.toolkit, name="toolkit"),
    path(f"{KIT}change/", sharing.change, name="toolkit-change"),
    path(f"{KIT}ask/", sharing.invite, name="toolkit-invite"),
    path(f"{KIT}say/<slug:answer>/", sharing.answer, name="toolkit-answer"),
]
