"""Every bound of the decode jail in one place (design/security.md rule 2)."""

from __future__ import annotations

MIB = 1024 * 1024

PHOTO_MAX_BYTES = 64 * MIB
"""Largest photo handed to a worker; a 200-megapixel phone JPEG is about 50 MiB."""

EDGE_MAX_PX = 8192
"""Largest edge a caller may ask for: 8192 x 8192 RGBA is 256 MiB on the wire."""

PICTURE_MAX_PX = 64_000_000
"""Most pixels the decoder may hold (after JPEG draft scaling): 4 bytes each, twice, fits RLIMIT_AS."""

SOURCE_MAX_PX = 400_000_000
"""Most pixels a file may claim at all, before any scaling."""

DECODE_WALL_S = 10.0
"""Wall clock for one file, from handing it over to the last byte of the answer."""

START_WALL_S = 15.0
"""Wall clock for a worker to start, lock itself and say so."""

WORKER_MEMORY_BYTES = 1024 * MIB
WORKER_CPU_S = 10
WORKER_OPEN_FILES = 32
