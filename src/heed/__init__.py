"""Heed: learning reviews for safeguarding partnerships, from referral to difference made."""

#: As pyproject.toml has it.
__version__ = "2026.11"
