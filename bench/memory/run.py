"""The judged questions, with peers beside (--peers). `speed.py` measures speed."""

import runpy
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
runpy.run_path(str(HERE / "judged.py"), run_name="__main__")
