"""Does the jail hold here? A worker tries for real and attacks its own walls."""

from __future__ import annotations

import os
import time
from pathlib import Path

from console.decode import exchange, jail, limits
from console.decode.jail import JailReport, JailUnavailable
from console.decode.sort import Sort

_APPARMOR = Path("/proc/sys/kernel/apparmor_restrict_unprivileged_userns")
_USERNS_SWITCHES = (Path("/proc/sys/kernel/unprivileged_userns_clone"), Path("/proc/sys/user/max_user_namespaces"))
_WALLS = ("files can be read", "files can be written", "the network can be reached", "processes can be started",
          "limits are missing", "the call filter is missing")  # fmt: skip
_STDERR_MAX_BYTES = 4096


def probe(sort: Sort = Sort.STILL) -> JailReport:
    """Start one worker, let it try to read, write, connect, fork and open, and report; about 0.2 s.

    Never raises: whatever goes wrong is the report.
    """
    complaints, stderr = os.pipe()
    os.set_blocking(complaints, False)
    try:
        worker = jail.start(jail.worker_command(sort), stderr)
    except JailUnavailable as refused:
        os.close(complaints)
        return JailReport(False, refused.code, refused.message, refused.remedy)
    except OSError as failed:
        os.close(complaints)
        return JailReport(False, "jail_start_failed", f"The jail could not be started: {failed}.", "Restart Sigap.")
    finally:
        os.close(stderr)
    try:
        findings = exchange.greet(worker, time.monotonic() + limits.START_WALL_S)
    finally:
        worker.kill()
        worker.reap()
        said = _read_complaints(complaints)
        os.close(complaints)
    if findings == 0:
        return JailReport(True)
    return _explain_silence(said) if findings is None else _explain_findings(findings)


def _explain_findings(findings: int) -> JailReport:
    open_walls = "; ".join(words for place, words in enumerate(_WALLS) if findings & 1 << place)
    return JailReport(
        False, "jail_leaks", f"The jail does not hold on this machine: {open_walls}.",
        "Files stay unopened. Update bubblewrap and the kernel, then run doctor again.",
    )  # fmt: skip


def _explain_silence(said: str) -> JailReport:
    """No hello: tell a machine that forbids namespaces from a worker that cannot run."""
    last = said.strip().splitlines()[-1][:200] if said.strip() else "it said nothing"
    if "bwrap:" not in said:
        return JailReport(
            False, "jail_worker_failed", f"The decode worker does not start ({last}).",
            "Run: make setup. If it stays so, reinstall Sigap.",
        )  # fmt: skip
    why = f"This machine does not let bubblewrap build the jail ({last})."
    if _read_switch(_APPARMOR) == "1":
        return JailReport(
            False, "jail_apparmor", why,
            "Ubuntu's AppArmor blocks it. Allow bwrap alone, as root: sudo apt install apparmor-profiles && "
            "sudo ln -s /usr/share/apparmor/extra-profiles/bwrap-userns-restrict /etc/apparmor.d/ && "
            "sudo systemctl reload apparmor",
        )  # fmt: skip
    for switch in _USERNS_SWITCHES:
        if _read_switch(switch) == "0":
            name = ".".join(switch.parts[3:])
            return JailReport(
                False, "jail_namespaces_off", why,
                f"User namespaces are switched off: an administrator sets sysctl {name} to 1 or more.",
            )  # fmt: skip
    return JailReport(
        False, "jail_namespaces_refused", why,
        "In a container, start it so that user namespaces are allowed; on a desktop ask the administrator.",
    )  # fmt: skip


def _read_switch(path: Path) -> str:
    try:
        return path.read_text().strip()
    except OSError:
        return ""


def _read_complaints(descriptor: int) -> str:
    try:
        return os.read(descriptor, _STDERR_MAX_BYTES).decode("utf-8", "replace")
    except BlockingIOError:
        return ""
