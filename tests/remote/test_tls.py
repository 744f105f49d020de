"""TLS: only the right CA and host name, and no token byte to anybody else."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from console.domain.errors import NetworkFault
from console.remote.transport import Credentials, Transport

_PEM = serialization.Encoding.PEM


@dataclass
class Authority:
    """A throw-away CA."""

    folder: Path
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "throw-away CA")])
        builder = self._builder(self.name, self.key).add_extension(x509.BasicConstraints(True, None), critical=True)
        builder = builder.add_extension(
            x509.SubjectKeyIdentifier.from_public_key(self.key.public_key()), critical=False
        ).add_extension(
            x509.KeyUsage(False, False, False, False, False, True, True, False, False), critical=True
        )  # fmt: skip
        self.file = self.folder / "ca.pem"
        self.file.write_bytes(builder.sign(self.key, hashes.SHA256()).public_bytes(_PEM))

    def _builder(self, subject: x509.Name, key: ec.EllipticCurvePrivateKey, days: int = 1) -> x509.CertificateBuilder:
        now = datetime.now(UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=3))
            .not_valid_after(now + timedelta(days=days))
        )

    def server(self, names: x509.SubjectAlternativeName, days: int = 1) -> ssl.SSLContext:
        key = ec.generate_private_key(ec.SECP256R1())
        builder = self._builder(x509.Name([]), key, days).add_extension(names, critical=True)
        builder = builder.add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False
        )
        certificate = builder.sign(self.key, hashes.SHA256())
        file = self.folder / f"server{days}.pem"
        private = key.private_bytes(_PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        file.write_bytes(private + certificate.public_bytes(_PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context


HERE = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
ELSEWHERE = x509.SubjectAlternativeName([x509.DNSName("example.test")])


@contextmanager
def listening(context: ssl.SSLContext | None) -> Iterator[tuple[str, list[bytes]]]:
    """A server that keeps every byte it could read in clear."""
    server = socket.create_server(("127.0.0.1", 0))
    heard: list[bytes] = []

    def serve() -> None:
        with suppress(OSError):
            while True:
                connection, _ = server.accept()
                with suppress(OSError), connection:
                    clear = context.wrap_socket(connection, server_side=True) if context else connection
                    heard.append(clear.recv(65536))
                    clear.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
                    if context:
                        clear.close()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"https://127.0.0.1:{server.getsockname()[1]}", heard
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join()


def _ask(address: str, ca: Path | None) -> bytes:
    transport = Transport(address, Credentials(desk_id="desk", desk_secret="geheim", access_token="tokentoken"), ca)
    try:
        return transport.get("/v1/changes")
    finally:
        transport.close()


def test_the_right_ca_and_host_are_spoken_to(tmp_path: Path) -> None:
    authority = Authority(tmp_path / "a")
    with listening(authority.server(HERE)) as (address, heard):
        assert _ask(address, authority.file) == b"{}"
    assert b"tokentoken" in heard[0]


@pytest.mark.parametrize("case", ["wrong ca", "wrong host", "expired", "plain", "bundled cas only"])
def test_anybody_else_gets_no_token_byte(case: str, tmp_path: Path) -> None:
    authority, other = Authority(tmp_path / "a"), Authority(tmp_path / "b")
    contexts = {
        "wrong ca": lambda: other.server(HERE),
        "wrong host": lambda: authority.server(ELSEWHERE),
        "expired": lambda: authority.server(HERE, days=-1),
        "plain": lambda: None,
        "bundled cas only": lambda: authority.server(HERE),
    }
    ca = None if case == "bundled cas only" else authority.file
    with listening(contexts[case]()) as (address, heard), pytest.raises(NetworkFault) as raised:
        _ask(address, ca)
    assert raised.value.code == "certificate"
    assert not any(b"token" in each or b"geheim" in each for each in heard)
