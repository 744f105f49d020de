"""A reporter's identity under seal, opened only after a recorded reason."""

from __future__ import annotations

import base64
import binascii
import os

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from console.contract.codec import decode, encode
from console.domain.errors import AccessFault

KEY_BYTES = 32
_NONCE_BYTES = 12


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """Who the reporter is, in clear."""

    name: str = ""
    phone: str = ""
    account: str = ""


def seal(identity: Identity, key: bytes, report_id: str) -> str:
    """Base64 of nonce + ChaCha20-Poly1305 ciphertext (RFC 8439), bound to the report's id."""
    nonce = os.urandom(_NONCE_BYTES)
    return base64.b64encode(
        nonce + ChaCha20Poly1305(key).encrypt(nonce, encode(identity), report_id.encode())
    ).decode()


def open_seal(sealed: str, key: bytes, report_id: str) -> Identity:
    """The identity under the seal.

    Raises:
        AccessFault: the key does not fit or the seal was changed.
    """
    try:
        raw = base64.b64decode(sealed, validate=True)
        clear = ChaCha20Poly1305(key).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], report_id.encode())
    except (InvalidTag, binascii.Error, ValueError) as error:
        raise AccessFault("seal_unopened", "The sealed identity cannot be opened with this key.") from error
    return decode(clear, Identity)
