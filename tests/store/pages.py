"""What lies in an encrypted file page by page, free ones too: what deleting left behind.

SQLCipher 4: the file's first 16 bytes are the salt of the key derivation (unused with a raw key); each page ends in a
reserve of 16 bytes IV and 32 bytes HMAC-SHA256, and is AES-256-CBC over what comes before.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from console.store.store import Store

_SALT_BYTES, _IV_BYTES, _HMAC_BYTES = 16, 16, 32


def decrypted_pages(file: Path, key: bytes, page_bytes: int) -> list[bytes]:
    """Every page of the main file in clear, without its reserve."""
    data = file.read_bytes()
    pages = []
    for at in range(0, len(data), page_bytes):
        page = data[at : at + page_bytes]
        body, reserve = page[: -_IV_BYTES - _HMAC_BYTES], page[-_IV_BYTES - _HMAC_BYTES :]
        body = body[_SALT_BYTES:] if at == 0 else body
        opened = Cipher(algorithms.AES256(key), modes.CBC(reserve[:_IV_BYTES])).decryptor()
        pages.append(opened.update(body) + opened.finalize())
    return pages


def words_in_index(store: Store) -> set[str]:
    """Every word of the full text index, asked from the index itself."""
    with closing(store.database.engine.raw_connection()) as connection:
        cursor: Any = connection.cursor()
        cursor.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'report_fts', 'row')")
        found = {row[0] for row in cursor.execute("SELECT term FROM temp.words").fetchall()}
        cursor.execute("DROP TABLE temp.words")
    return found
