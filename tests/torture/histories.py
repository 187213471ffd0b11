"""Random histories of up to five recorders, merged in every order: as many as are asked for."""

import os
import subprocess
import sys
from collections import Counter

from tests.torture.room import Lost

TEST = "tests/facilitator/test_recorders_merged.py"


def rounds(many: int) -> Counter[str]:
    """Run the property test over so many histories."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", TEST],
        env={**os.environ, "HISTORIES": str(many), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Lost(done.stdout)
    return Counter({"merged in every order": many})
