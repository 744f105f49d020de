"""A session under the server's own seal, kept by its desk for a restored server."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime

import msgspec

from console.contract.codec import encode
from console.contract.recall import Warrant
from console.domain.person import Actor
from console.server.identity import Identity


def sealed_warrant(identity: Identity, actor: Actor, issued_at: datetime) -> Warrant:
    """The warrant of a session that was issued then."""
    warrant = Warrant(
        session_id=actor.session_id, actor_id=actor.id, name=actor.name, role=actor.role, desk_id=actor.desk_id,
        issued_at=issued_at,
    )  # fmt: skip
    return msgspec.structs.replace(warrant, seal=_seal(identity, warrant))


def is_ours(identity: Identity, warrant: Warrant) -> bool:
    """Whether this very server, before whatever restore, issued that session."""
    return hmac.compare_digest(warrant.seal.encode(), _seal(identity, warrant).encode())


def _seal(identity: Identity, warrant: Warrant) -> str:
    """HMAC-SHA256 (RFC 2104) over the warrant without its seal, under a key derived for this alone."""
    key = hashlib.blake2b(b"session warrants", key=identity.hmac_key, digest_size=32, person=b"sigap.warrant").digest()
    return hmac.new(key, encode(msgspec.structs.replace(warrant, seal="")), hashlib.sha256).hexdigest()
