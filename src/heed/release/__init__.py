"""The gate that every public word passes: who could be known by it, alone and beside the rest."""
