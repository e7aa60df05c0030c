"""What runs alongside cases, by what it is."""

from heed.alongside.models.areas import AreaRequest
from heed.alongside.models.complaints import Complaint
from heed.alongside.models.family import FamilySupport
from heed.alongside.models.processes import Clearance, ParallelProcess

__all__ = ["AreaRequest", "Clearance", "Complaint", "FamilySupport", "ParallelProcess"]
