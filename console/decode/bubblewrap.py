"""The jail on Linux: bubblewrap with empty namespaces, a call filter and resource limits."""

from __future__ import annotations

import compileall
import fcntl
import importlib.util
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from console.decode import limits, seccomp
from console.decode.jail import Bind, Command, Jailed, JailUnavailable
from console.decode.sort import Sort, cpu_s

_PLACES = ("/usr/bin/bwrap", "/bin/bwrap", "/usr/local/bin/bwrap")  # fixed: never a PATH somebody else wrote
_SYSTEM_LIBRARIES = ("/usr/lib", "/usr/lib32", "/usr/lib64", "/lib", "/lib32", "/lib64")
_SITE, _PYTHON, _PROGRAM = "/site", "/python", "/program"  # the jail's own names: none of this machine's
_LIBRARIES = {
    Sort.STILL: ("PIL", "pillow.libs", "pillow_heif", "pillow_heif.libs"),
    Sort.PAPER: ("pypdfium2", "pypdfium2_raw", "pypdfium2_cfg"),
    **dict.fromkeys((Sort.MOVING, Sort.WALK, Sort.REEL, Sort.COPY), ("av", "av.libs", "PIL", "pillow.libs")),
}  # fmt: skip
_PIPE_BYTES = 1024 * 1024
_MEMORY = (("MALLOC_ARENA_MAX", "1"), ("MALLOC_TOP_PAD_", str(32 << 20)), ("MALLOC_MMAP_THRESHOLD_", str(32 << 20)))
"""For photos: glibc takes memory in large pieces and keeps it, which spares a HEIC some 10,000 page faults."""

# ulimit in a shell that then becomes bwrap: a preexec_fn would run Python between fork and exec of a
# program with threads.
_LIMITED = (
    f"ulimit -c 0 && ulimit -f 0 && ulimit -n {limits.WORKER_OPEN_FILES} "
    f'&& ulimit -v {limits.WORKER_MEMORY_BYTES // 1024} && ulimit -t "$1" && shift && exec "$@"'
)


def start(command: Command, stderr: int = subprocess.DEVNULL) -> Jailed:
    """Start `command` under bwrap in a session and process group of its own.

    Raises:
        JailUnavailable: bwrap is missing, or the architecture has no call filter.
    """
    bwrap = _find_bwrap()
    if not seccomp.machine_supported():
        raise JailUnavailable(
            "jail_no_call_filter", "No system-call filter is known for this processor.", "Use an x86_64 machine."
        )
    filter_read = _filled_pipe(seccomp.outer_program())
    data = os.memfd_create("attachment", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    inner_requests, requests = os.pipe()
    answers, inner_answers = os.pipe()
    try:
        process = subprocess.Popen(
            [
                "/bin/sh", "-c", _LIMITED, "sh", str(command.cpu_s),
                bwrap, *_arguments(command, filter_read), "--", *command.argv,
            ],
            stdin=inner_requests,
            stdout=inner_answers,
            stderr=stderr,
            env={},
            cwd="/",
            start_new_session=True,
            pass_fds=(filter_read, data),
        )
    except BaseException:
        for descriptor in (data, requests, answers):
            os.close(descriptor)
        raise
    finally:
        for descriptor in (filter_read, inner_requests, inner_answers):
            os.close(descriptor)
    os.set_blocking(answers, False)
    _widen(answers)
    return Jailed(process, requests, answers, data)


def source_command(sort: Sort) -> Command:
    """Worker command of a checkout: the interpreter, its library, the sort's decoders, our decode and domain."""
    package = Path(__file__).resolve().parent
    _compile_once(package)
    site = _site_packages()
    interpreter, home, shown = _python()
    extensions = (path.name for path in site.glob("_pillow_heif*.so") if sort is Sort.STILL)
    for name in (*_LIBRARIES[sort], *extensions):
        if (site / name).exists():
            shown.append(Bind(str(site / name), f"{_SITE}/{name}"))
    shown.append(Bind(str(package.parent / "__init__.py"), f"{_SITE}/console/__init__.py"))
    shown += [Bind(str(package.parent / name), f"{_SITE}/console/{name}") for name in ("decode", "domain")]
    environment = (
        ("PYTHONPATH", _SITE),
        ("PYTHONHOME", home),
        ("PYTHONUTF8", "1"),
        ("LD_LIBRARY_PATH", f"{home}/lib"),
        *_memory(sort),
    )
    argv = (interpreter, "-S", "-s", "-B", "-P", "-m", "console.decode.worker", sort)
    return Command(argv, tuple(shown), environment, cpu_s=cpu_s(sort))


def frozen_command(sort: Sort) -> Command:
    """Worker command of the packaged program: the executable itself with its folder shown read-only."""
    executable = Path(sys.executable).resolve()
    shown = (*_system_libraries(), Bind(str(executable.parent), _PROGRAM))
    argv = (f"{_PROGRAM}/{executable.name}", "--decode-worker", sort)
    return Command(argv, shown, _memory(sort), cpu_s=cpu_s(sort))


def _memory(sort: Sort) -> tuple[tuple[str, str], ...]:
    return _MEMORY if sort is Sort.STILL else ()


@cache
def _compile_once(package: Path) -> None:
    """Bytecode for what only workers import: they may write none, and would compile it at each start."""
    for folder in (package, package.parent / "domain"):
        compileall.compile_dir(str(folder), maxlevels=0, quiet=2)


def _python() -> tuple[str, str, list[Bind]]:
    """Interpreter and home as seen inside, and what to show for them; a home folder's name stays outside."""
    interpreter, base = Path(sys.executable).resolve(), Path(sys.base_prefix).resolve()
    shown = _system_libraries()
    if base == Path("/usr"):
        return str(interpreter), "/usr", [*shown, Bind(str(interpreter), str(interpreter))]
    inside = f"{_PYTHON}/bin/{interpreter.name}"
    shown.append(Bind(str(interpreter), inside))
    shown += [Bind(str(base / name), f"{_PYTHON}/{name}") for name in ("lib", "lib64") if (base / name).is_dir()]
    return inside, _PYTHON, shown


def _system_libraries() -> list[Bind]:
    return [Bind(path, path) for path in _SYSTEM_LIBRARIES if Path(path).is_dir()]


def _arguments(command: Command, filter_read: int) -> list[str]:
    arguments = [
        "--unshare-all", "--unshare-user", "--uid", "65534", "--gid", "65534", "--hostname", "jail",
        "--cap-drop", "ALL", "--die-with-parent", "--clearenv", "--seccomp", str(filter_read),
    ]  # fmt: skip
    for name, value in command.environment:
        arguments += ["--setenv", name, value]
    for bind in sorted(command.binds, key=lambda bind: bind.target.count("/")):
        arguments += _shown(bind)
    return [*arguments, "--remount-ro", "/", "--chdir", "/"]


def _shown(bind: Bind) -> list[str]:
    """A merged /usr leaves /lib a link: repeated as a link, so that the same file has one place inside."""
    source = Path(bind.source)
    if bind.source == bind.target and source.is_symlink():
        return ["--symlink", os.readlink(source), bind.target]
    return ["--ro-bind", bind.source, bind.target]


def _find_bwrap() -> str:
    for place in _PLACES:
        if os.access(place, os.X_OK):
            return place
    raise JailUnavailable(
        "jail_bwrap_missing", "bubblewrap (bwrap) is not installed.", "Install it: sudo apt install bubblewrap"
    )


def _site_packages() -> Path:
    """Folder Pillow is installed in, found without importing it into this process."""
    spec = importlib.util.find_spec("PIL")
    if spec is None or spec.origin is None:
        raise JailUnavailable("jail_pillow_missing", "Pillow is not installed.", "Run: make setup")
    return Path(spec.origin).parent.parent


def _filled_pipe(content: bytes) -> int:
    """Read end of a pipe that already holds `content` (well below a pipe's 64 KiB)."""
    read, write = os.pipe()
    os.write(write, content)
    os.close(write)
    return read


def _widen(descriptor: int) -> None:
    """A wider pipe for pixels, where the user's quota of pipe memory allows it; slower without."""
    try:
        fcntl.fcntl(descriptor, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    except PermissionError:
        return
