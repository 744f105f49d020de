"""On the wire: TLS with a throw-away CA, plain HTTP on this machine only."""

from __future__ import annotations

import asyncio
import ipaddress
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from console.domain.errors import SetupFault, StoreFault
from console.server.main import bind, build, check_wire, serve
from console.server.parts import assemble


def _write_certificate(folder: Path, host: str) -> tuple[Path, Path]:
    """A self-signed certificate for `host` and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    folder.mkdir(parents=True, exist_ok=True)
    cert_file, key_file = folder / "server.pem", folder / "server.key"
    cert_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return cert_file, key_file


@pytest.fixture
def tls_port(tmp_path: Path) -> Iterator[tuple[int, Path]]:
    """The port of a server speaking TLS, and the CA file that knows it."""
    cert_file, key_file = _write_certificate(tmp_path / "tls", "127.0.0.1")
    parts = assemble(f"sqlite:///{tmp_path / 'server.db'}", lambda: datetime.now(UTC))
    ready, bound = threading.Event(), bind("127.0.0.1", 0)
    server = build(parts, lambda port: ready.set(), cert_file, key_file)
    thread = threading.Thread(target=lambda: asyncio.run(server._serve([bound])), name="tls-server")
    thread.start()
    assert ready.wait(20)
    yield bound.getsockname()[1], cert_file
    server.should_exit = True
    thread.join(20)
    bound.close()
    parts.close()


def test_tls_answers_those_who_know_its_ca_and_nobody_else(tls_port: tuple[int, Path], tmp_path: Path):
    port, ca_file = tls_port
    stranger, _ = _write_certificate(tmp_path / "other", "127.0.0.1")
    with requests.Session() as session:
        session.trust_env = False
        url = f"https://127.0.0.1:{port}/v1/health"
        assert session.get(url, verify=str(ca_file), timeout=10).status_code == 200
        with pytest.raises(requests.exceptions.SSLError):
            session.get(url, verify=str(stranger), timeout=10)
        with pytest.raises(requests.exceptions.ConnectionError):
            session.get(f"http://127.0.0.1:{port}/v1/health", timeout=10)


def test_old_tls_is_not_spoken(tls_port: tuple[int, Path]):
    import socket
    import warnings

    port, ca_file = tls_port
    context = ssl.create_default_context(cafile=str(ca_file))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    with socket.create_connection(("127.0.0.1", port), timeout=10) as raw, pytest.raises((ssl.SSLError, OSError)):
        context.wrap_socket(raw, server_hostname="127.0.0.1")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "localhost.example"])  # noqa: S104 - to be refused
def test_plain_http_beyond_this_machine_is_refused(host: str):
    with pytest.raises(SetupFault, match="--tls-cert FILE and --tls-key FILE"):
        check_wire(host, None, None)


def test_half_a_certificate_is_refused(tmp_path: Path):
    with pytest.raises(SetupFault, match="come together"):
        check_wire("127.0.0.1", tmp_path / "server.pem", None)


def test_a_certificate_that_is_none_is_named(tmp_path: Path):
    spoilt = tmp_path / "server.pem"
    spoilt.write_text("not a certificate")
    with pytest.raises(SetupFault, match="cannot be used together"):
        serve(database_url=str(tmp_path / "s.db"), port=0, tls_cert=spoilt, tls_key=spoilt)


def test_a_taken_port_and_a_strange_database_are_named(tmp_path: Path):
    with bind("127.0.0.1", 0) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SetupFault, match=f"port {port}"):
            serve(database_url=str(tmp_path / "s.db"), port=port)
    with pytest.raises(SetupFault, match="mysql is not supported"):
        serve(database_url="mysql://somewhere/db")


def test_a_spoilt_database_file_is_named_with_the_way_out(tmp_path: Path):
    file = tmp_path / "server.db"
    file.write_bytes(b"this is no database, " * 1000)
    with pytest.raises(StoreFault, match=r"server\.db.*backup"):
        serve(database_url=str(file), port=0)


def test_a_database_of_a_newer_release_is_not_touched(tmp_path: Path):
    from sqlalchemy import text

    parts = assemble(str(tmp_path / "server.db"), lambda: datetime.now(UTC))
    with parts.database.write() as tx:
        tx.execute(text("INSERT INTO schema_version VALUES ('9999')"))
    parts.close()
    with pytest.raises(SetupFault, match="newer Sigap"):
        serve(database_url=str(tmp_path / "server.db"), port=0)
