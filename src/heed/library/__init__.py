"""Anyone finds and reads what was learnt."""
