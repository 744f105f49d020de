"""Stand-ins in the package for libraries its decoders are linked to and never call.

FFmpeg's and libheif's wheels are linked to encoders (x264 and x265 are GPL), to a TLS library and to sound and
screen capture. The loader wants a library of each name with the functions asked for; a decoder in a jail without
network calls none of them. A stand-in has the name and the functions, and each answers 'no' (0 where a pointer is
expected): an encoder that cannot be opened. That is 60 MB less to carry, and code that cannot be attacked.
`make package` puts them in; a checkout keeps the wheels as they are.
"""

from __future__ import annotations

import platform
import re
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

NAMES = {
    "av.libs": ("libx264", "libx265", "libSvtAv1Enc", "libmp3lame", "libwebp", "libwebpmux", "libgnutls", "libvpl",
                "libdrm", "libasound", "libxcb", "libxcb-shm", "libxcb-shape", "libxcb-xfixes"),
    "pillow_heif.libs": ("libx265",),
}
"""By the folder of a wheel's libraries: the names before the wheel's own number."""

_NO = {"x86_64": "movl ${}, %eax\n ret", "aarch64": "mov w0, #{}\n ret"}
_ANSWERS = {"libSvtAv1Enc": -1, "libvpl": -1}
"""Most functions hand out a pointer, or a number above 0, when all is well; those of these hand out 0."""
_DATA_BYTES = 4096
_FUNCTION_KINDS = "TtWiV"


def is_stood_in(place: str) -> bool:
    """Whether the library at `place` in the bundle gets a stand-in."""
    path = Path(place)
    return path.name.rpartition("-")[0] in NAMES.get(path.parent.name, ())


def put_in(bundle: Path) -> list[Path]:
    """Replace every library of `bundle` that gets one, take out what only those needed; returns the stand-ins."""
    found = [file for folder in NAMES for file in sorted(bundle.glob(f"**/{folder}/*.so*")) if is_stood_in(str(file))]
    before = _needed(bundle)
    for library in found:
        write(library, [file for file in library.parent.iterdir() if file not in found])
    lost = _closure(before, {library.name for library in found}) - {library.name for library in found}
    while gone := lost - set().union(*(names for name, names in _needed(bundle).items())):
        for name in gone:
            for file in bundle.rglob(name):
                file.unlink()
        lost -= gone
    return found


def share_openssl(bundle: Path) -> None:
    """Let PostgreSQL's client use the OpenSSL that Python brings, where that has all it asks for: one is enough."""
    for own in sorted(bundle.glob("**/psycopg_binary.libs/lib*.so.3")):
        short = own.name.rpartition("-")[0]
        shared = own.parent.parent / f"{short}.so.3"
        if short not in ("libssl", "libcrypto") or not shared.is_file():
            continue
        offered = {each[:2] for each in _symbols(shared, "--defined-only")}
        own_symbols = {each[:2] for each in _symbols(own, "--defined-only")}
        others = [file for file in own.parent.iterdir() if not file.name.startswith(("libssl-", "libcrypto-"))]
        wanted = {each[:2] for user in others for each in _symbols(user, "--undefined-only")} & own_symbols
        if wanted <= offered:
            own.unlink()
            own.symlink_to(Path("..") / shared.name)


def write(library: Path, users: Iterable[Path]) -> None:
    """Put a stand-in of the same name in the place of `library`: the symbols that `users` want of it and no others.

    Raises:
        subprocess.CalledProcessError, FileNotFoundError: without binutils, which PyInstaller needs as well.
    """
    wanted = {(name, version) for user in users for name, version, _ in _symbols(user, "--undefined-only")}
    symbols = [each for each in _symbols(library, "--defined-only") if each[:2] in wanted]
    versions: dict[str, list[str]] = defaultdict(list)
    for name, version, _ in symbols:
        if version:
            versions[version].append(name)
    with tempfile.TemporaryDirectory() as folder:
        source, script, made = (Path(folder) / name for name in ("stand_in.s", "versions", "stand_in.o"))
        answer = _NO[platform.machine()].format(_ANSWERS.get(library.name.rpartition("-")[0], 0))
        source.write_text("\n".join(_lines(symbols, answer)), encoding="ascii")
        script.write_text(
            "".join(f"{version} {{ global: {'; '.join(names)}; }};\n" for version, names in sorted(versions.items())),
            encoding="ascii",
        )
        subprocess.run(["as", "-o", str(made), str(source)], check=True)  # noqa: S607 - the builder's own binutils
        library.unlink()
        command = ["ld", "-shared", "-s", "-soname", library.name, "-o", str(library), str(made)]
        subprocess.run([*command, *(("--version-script", str(script)) if versions else ())], check=True)
    library.chmod(0o755)


def _needed(bundle: Path) -> dict[str, set[str]]:
    """Which libraries each library and extension module of `bundle` is linked to, by file name."""
    files = [str(file) for file in bundle.rglob("*.so*") if not file.is_symlink()]
    listed = subprocess.run(["readelf", "-d", *files, "/dev/null"], capture_output=True, text=True).stdout  # noqa: S607
    needed: dict[str, set[str]] = {}
    for part in listed.split("\nFile: ")[1:]:
        name = Path(part.partition("\n")[0]).name
        needed.setdefault(name, set()).update(re.findall(r"\(NEEDED\).*\[(.+)\]", part))
    return needed


def _closure(needed: dict[str, set[str]], names: set[str]) -> set[str]:
    """Everything `names` are linked to, near and far, as far as it is in the bundle."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        for name in needed.get(waiting.pop(), set()) & needed.keys() - found:
            found.add(name)
            waiting.append(name)
    return found


@cache
def _symbols(file: Path, which: str) -> list[tuple[str, str, str]]:
    """(name, version, kind) of the dynamic symbols of a library, defined ones or those it wants of others."""
    listed = subprocess.run(["nm", "-D", which, str(file)], check=True, capture_output=True, text=True).stdout  # noqa: S607
    found = []
    for line in listed.splitlines():
        *_, kind, name = line.split()
        if kind != "A":  # the name of a version itself
            name, _, version = name.partition("@")
            found.append((name, version.lstrip("@"), kind))
    return found


def _lines(symbols: list[tuple[str, str, str]], answer: str) -> Iterable[str]:
    for name, _, kind in symbols:
        yield f".globl {name}"
        if kind in _FUNCTION_KINDS:
            yield f".text\n .type {name}, %function\n{name}:\n {answer}"
        else:
            yield f".bss\n .type {name}, %object\n .size {name}, {_DATA_BYTES}\n{name}:\n .zero {_DATA_BYTES}"
    yield '.section .note.GNU-stack, "", %progbits\n'
