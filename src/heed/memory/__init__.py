"""What is already known: themes, earlier learning, and the search over all of it."""

import os

# Several processes share the cores: each does its sums in one thread. Read when NumPy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
