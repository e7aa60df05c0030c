"""What is already known: themes, earlier learning, and the search over all of it."""

from heed.memory.processes import one_thread

one_thread()  # before anything here loads NumPy
