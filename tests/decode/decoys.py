"""Programs jailed in the worker's place, to see that whatever they do stays inside."""

from __future__ import annotations

import dataclasses
import os
import select
import time

from console.decode import jail

HELLO = "import os, time\nos.write(1, b'SGH1' + bytes(4))\nos.read(0, 100)\n"
"""Opening of a decoy that is taken for a good worker and has been given a file."""

_LONGEST_S = 15.0


def decoy(code: str) -> jail.Command:
    """The worker's own command and view, running `code` instead of the worker."""
    worker = jail.worker_command()
    return dataclasses.replace(worker, argv=(*worker.argv[:-3], "-c", code))


def run_jailed(code: str) -> tuple[str, int]:
    """What `code` wrote to standard output, and its exit status, after it ended or was killed late."""
    process = jail.start(decoy(code))
    said = bytearray()
    waiting = select.poll()
    waiting.register(process.answers, select.POLLIN)
    deadline_s = time.monotonic() + _LONGEST_S
    try:
        while waiting.poll(max(0.0, deadline_s - time.monotonic()) * 1000):
            part = os.read(process.answers, 65536)
            if not part:
                break
            said += part
    finally:
        if time.monotonic() >= deadline_s:
            process.kill()
        status = process.reap()
    return said.decode("ascii", "replace"), status
