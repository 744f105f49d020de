"""Bugs 'bench downloads --break' plants in the product, in this process only."""

from __future__ import annotations

import os
from collections.abc import Callable

from console.store.vault import Vault, _State
from console.sync.media import Downloads


def _early() -> Callable[[], None]:
    """What has come so far is shown at once."""
    right = Vault.read

    def read(self: Vault, file_id: str) -> bytes | None:
        whole = right(self, file_id)
        coming = self._coming.get(file_id)
        return bytes(coming.tail) or None if whole is None and coming is not None else whole

    Vault.read = read  # type: ignore[method-assign]
    return lambda: setattr(Vault, "read", right)


def _unchecked() -> Callable[[], None]:
    """A file whose last byte came is believed, whatever it holds."""
    right_check, right_read = Vault.check, Vault.read

    def check(self: Vault, file_id: str) -> bool:
        coming = self._on_its_way(file_id)
        if coming is None or coming.received_bytes != coming.sealed.size_bytes:
            return False
        self._write_segments(file_id, coming)
        os.replace(self._path(file_id, _State.PART), self._path(file_id, _State.WHOLE))
        del self._coming[file_id]
        return True

    def read(self: Vault, file_id: str) -> bytes | None:
        try:
            with self._path(file_id, _State.WHOLE).open("rb") as file:
                sealed = self._of(file_id, file)
                return b"".join(sealed.read(file, 0, sealed.segments))
        except FileNotFoundError:
            return None

    Vault.check, Vault.read = check, read  # type: ignore[method-assign]

    def mend() -> None:
        Vault.check, Vault.read = right_check, right_read  # type: ignore[method-assign]

    return mend


def _impatient() -> Callable[[], None]:
    """A cut ends a download for good."""
    right = Downloads._cut

    def cut(self: Downloads, wish: object, code: str, asked_s: float | None, *, moved: bool) -> float:
        return self._given_up(wish, code)  # type: ignore[arg-type]

    Downloads._cut = cut  # type: ignore[method-assign]
    return lambda: setattr(Downloads, "_cut", right)


BREAKS: dict[str, Callable[[], Callable[[], None]]] = {
    "early": _early,
    "unchecked": _unchecked,
    "impatient": _impatient,
}
"""By name; each plants its bug and returns how to mend it."""
