"""The shape of what runs alongside, in plain English."""

from heed.alongside.forms.areas import AnswerRequestForm, GuestForm, RequestForm
from heed.alongside.forms.complaints import AnswerComplaintForm, ComplaintForm, OwnerForm
from heed.alongside.forms.processes import ClearForm, EndForm, ProcessForm

__all__ = [
    "AnswerComplaintForm",
    "AnswerRequestForm",
    "ClearForm",
    "ComplaintForm",
    "EndForm",
    "GuestForm",
    "OwnerForm",
    "ProcessForm",
    "RequestForm",
]
