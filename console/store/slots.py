"""User slots: the profile's data key, wrapped once per user and for recovery."""

from __future__ import annotations

import base64
import os
import secrets
from contextlib import suppress
from pathlib import Path

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from console.domain.errors import AccessFault, InputFault, StoreFault
from console.store.bodies import decode, encode

KEY_BYTES = 32
RECOVERY = "\x00recovery"
"""Name of the recovery slot; no user can be called so."""

class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """What deriving a key from a passphrase costs, by Argon2id (RFC 9106 section 3.1)."""

    memory_kib: int
    passes: int
    lanes: int


COST = Cost(memory_kib=64 * 1024, passes=3, lanes=2)
"""RFC 9106 section 4, second recommended choice (64 MiB, 3 passes), with two lanes here."""
_ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """One wrapping of the data key; binary values in base64."""

    user: str
    salt: str
    nonce: str
    wrapped: str
    memory_kib: int = COST.memory_kib
    passes: int = COST.passes
    lanes: int = COST.lanes


class _File(msgspec.Struct, frozen=True, kw_only=True):
    version: int = 1
    slots: tuple[Slot, ...] = ()


class Slots:
    """The slots of one profile in a small file that holds nothing secret without a passphrase."""

    def __init__(self, file: Path, cost: Cost = COST) -> None:
        """`cost` is that of slots made from now on; each keeps its own."""
        self.file, self._cost = file, cost

    def users(self) -> tuple[str, ...]:
        """Who can unlock this profile, by login."""
        return tuple(slot.user for slot in self._read().slots if slot.user != RECOVERY)

    @property
    def empty(self) -> bool:
        """Whether no key was made yet."""
        return not self._read().slots

    def make(self, user: str, passphrase: str) -> tuple[bytes, str]:
        """A new data key for an empty profile, wrapped for its first user: (key, recovery key to show once).

        Raises:
            StoreFault: the profile has a key already, or cannot be written.
        """
        if not self.empty:
            raise StoreFault("slots_exist", f"{self.file} holds keys already.", path=str(self.file))
        key, recovery = os.urandom(KEY_BYTES), new_recovery_key()
        self._write((_wrap(RECOVERY, _plain(recovery), key, self._cost), _wrap(user, passphrase, key, self._cost)))
        return key, recovery

    def unlock(self, user: str, passphrase: str) -> bytes:
        """The data key.

        Raises:
            AccessFault: `no_slot` (ask for the recovery key), `wrong_passphrase`.
        """
        slot = next((slot for slot in self._read().slots if slot.user == user), None)
        if slot is None:
            raise AccessFault("no_slot", f"{user} has not worked at this console yet.", user=user)
        return _unwrap(slot, passphrase)

    def recover(self, recovery_key: str) -> bytes:
        """The data key by the station's recovery key.

        Raises:
            AccessFault: `wrong_recovery_key`.
        """
        slot = next((slot for slot in self._read().slots if slot.user == RECOVERY), None)
        if slot is not None:
            with suppress(AccessFault):
                return _unwrap(slot, _plain(recovery_key))
        raise AccessFault("wrong_recovery_key", "This is not the recovery key of this console.")

    def add(self, user: str, passphrase: str, key: bytes) -> None:
        """Wrap the key for another user, or anew after his passphrase changed."""
        others = tuple(slot for slot in self._read().slots if slot.user != user)
        self._write((*others, _wrap(user, passphrase, key, self._cost)))

    def remove(self, user: str) -> None:
        """Take a user's slot away."""
        self._write(tuple(slot for slot in self._read().slots if slot.user != user))

    def _read(self) -> _File:
        try:
            return decode(self.file.read_bytes(), _File)
        except FileNotFoundError:
            return _File()
        except (OSError, InputFault) as error:
            raise StoreFault(
                "slots_unreadable",
                f"{self.file} is damaged, so nobody can unlock this profile. Restore the file from a backup.",
                path=str(self.file),
            ) from error

    def _write(self, slots: tuple[Slot, ...]) -> None:
        new = self.file.with_suffix(".new")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with new.open("wb") as out:
                out.write(encode(_File(slots=slots)))
                out.flush()
                os.fsync(out.fileno())
            new.replace(self.file)
            folder = os.open(self.file.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
        except OSError as error:
            raise StoreFault(
                "store_read_only",
                f"{self.file} cannot be written ({error.strerror}). Choose another profile with --profile DIR.",
                path=str(self.file),
            ) from error


def new_recovery_key() -> str:
    """A recovery key for people: 5 groups of 5, about 122 bits, without letters that look alike."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(5)) for _ in range(5))


def _plain(recovery_key: str) -> str:
    return "".join(character for character in recovery_key.upper() if character.isalnum())


def _wrap(user: str, passphrase: str, key: bytes, cost: Cost) -> Slot:
    salt, nonce = os.urandom(16), os.urandom(12)
    slot = Slot(
        user=user, salt=_text(salt), nonce=_text(nonce), wrapped="",
        memory_kib=cost.memory_kib, passes=cost.passes, lanes=cost.lanes,
    )  # fmt: skip
    wrapped = ChaCha20Poly1305(_derived(slot, passphrase)).encrypt(nonce, key, user.encode())
    return msgspec.structs.replace(slot, wrapped=_text(wrapped))


def _unwrap(slot: Slot, passphrase: str) -> bytes:
    try:
        cipher = ChaCha20Poly1305(_derived(slot, passphrase))
        return cipher.decrypt(base64.b64decode(slot.nonce), base64.b64decode(slot.wrapped), slot.user.encode())
    except InvalidTag as error:
        raise AccessFault("wrong_passphrase", "The passphrase does not fit.") from error


def _derived(slot: Slot, passphrase: str) -> bytes:
    return hash_secret_raw(
        passphrase.encode(), base64.b64decode(slot.salt), slot.passes, slot.memory_kib, slot.lanes, KEY_BYTES, Type.ID
    )


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
