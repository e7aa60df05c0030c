"""A referral as a Word file: a blank copy to fill in elsewhere, and what a filled one says."""

from heed.referrals.copies.asks import Ask, Given, asks
from heed.referrals.copies.filling import copy_of
from heed.referrals.copies.reading import Left, Read, read

__all__ = ["Ask", "Given", "Left", "Read", "asks", "copy_of", "read"]
