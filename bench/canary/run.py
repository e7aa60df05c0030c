"""1,000 confidential texts, a marked word in each, looked for by every part in every place.

    script/bench canary [how many, 1,000 without]

Takes about a quarter of an hour. The suite runs a smaller shape: sixty texts,
six readers, two rooms.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
many = sys.argv[1] if len(sys.argv) > 1 else "1000"
sys.exit(
    subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", "tests/canary"],
        cwd=ROOT,
        env={**os.environ, "HEED_CANARIES": many},
        check=False,
    ).returncode
)
