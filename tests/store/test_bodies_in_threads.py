"""Two threads that decode the same thing for the first time do not crash the process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

FIRST_TOGETHER = """
import sys, threading
sys.setswitchinterval(1e-6)
import msgspec
from console.bench.invented_reports import pages
from console.contract import codec
from console.domain.report import Report
from console.store import bodies
page = msgspec.json.decode(next(iter(pages(0, 1, 1))))
body = msgspec.json.encode(page["rows"][0]["body"])
together = threading.Barrier(6)
def read(decode):
    together.wait()
    found.add(decode(body, Report).id)
found = set()
threads = [threading.Thread(target=read, args=(decode,)) for decode in (bodies.decode, codec.decode) * 3]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(found))
"""


def test_store_and_wire_may_learn_a_report_on_six_threads_at_once():
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", FIRST_TOGETHER], cwd=ROOT, capture_output=True, text=True, timeout=60
        )
        assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "1", "")
