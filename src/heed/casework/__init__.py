"""The desk: what waits on me, the worklist, the whole review on one page, and who works here."""
