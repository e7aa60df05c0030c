"""Heed: learning reviews for safeguarding partnerships, from referral to difference made."""
