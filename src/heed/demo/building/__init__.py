"""How the demonstration is built: one file for each leg of a case's journey.

Each leg is a generator that tells when its next step happens and then takes it, through the same
operation that a person's click would call. `diary.live` runs all of them in the order of time.
"""
