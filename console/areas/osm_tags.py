"""What OpenStreetMap's tags mean: which ways are roads, which things are landmarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from console.areas.varints import Ring
from console.domain.landmark import LONGEST_NAME, MOST_ALIASES

RANKS: Mapping[str, int] = {
    "motorway": 1, "trunk": 2, "primary": 3, "secondary": 4, "tertiary": 5,
    "unclassified": 6, "residential": 6, "road": 6, "living_street": 7, "pedestrian": 7, "service": 7,
    "track": 7, "footway": 7, "path": 7,
}  # fmt: skip
"""1 motorway … 7 alley, by the value of 'highway'; '_link' ranks as its road. Of rank 7 only what has a name."""

ALLEY = 7

_KINDS: Mapping[str, Mapping[str, str]] = {
    "amenity": {
        "hospital": "rumah sakit", "clinic": "klinik", "police": "kantor polisi", "fire_station": "pemadam kebakaran",
        "school": "sekolah", "university": "kampus", "college": "kampus", "marketplace": "pasar", "fuel": "SPBU",
        "bus_station": "terminal", "ferry_terminal": "pelabuhan", "townhall": "kantor pemerintah",
        "courthouse": "pengadilan", "prison": "lapas", "post_office": "kantor pos", "bank": "bank", "cinema": "bioskop",
        "theatre": "gedung pertunjukan", "community_centre": "balai warga", "place_of_worship": "rumah ibadah",
        "grave_yard": "makam",
    },
    "railway": {"station": "stasiun", "halt": "stasiun"},
    "public_transport": {"station": "stasiun"},
    "aeroway": {"aerodrome": "bandara"},
    "shop": {"mall": "mal", "department_store": "toko serba ada", "supermarket": "swalayan"},
    "tourism": {"hotel": "hotel", "museum": "museum", "attraction": "tempat wisata", "zoo": "kebun binatang"},
    "leisure": {"stadium": "stadion", "park": "taman", "sports_centre": "gelanggang olahraga"},
    "landuse": {"cemetery": "makam"},
    "office": {"government": "kantor pemerintah"},
    "place": {"square": "alun-alun"},
    "historic": {"monument": "monumen", "memorial": "monumen"},
    "barrier": {"toll_booth": "gerbang tol"},
    "man_made": {"bridge": "jembatan"},
}  # fmt: skip
_WORSHIP = {"muslim": "masjid", "christian": "gereja", "hindu": "pura", "buddhist": "wihara", "confucian": "kelenteng",
            "taoist": "kelenteng"}  # fmt: skip
_OTHER_NAMES = ("name:id", "alt_name", "short_name", "official_name", "old_name", "loc_name")
_ROAD_NAMES = ("name", "name:id", "ref")

KEYS = ("highway", *_KINDS)
"""A thing without any of these tags is not looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OsmRoad:
    """A way: its id in OpenStreetMap, its rank, its name ('' where it has none), an open line in 1e-7 degrees."""

    osm_id: int
    rank: int
    name: str
    line: Ring


@dataclass(frozen=True, slots=True, kw_only=True)
class OsmLandmark:
    """A named thing: 'n12', 'w34' or 'r56', what it is in Indonesian, its names, (lat, lon) in 1e-7 degrees."""

    osm_id: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    at: tuple[int, int]


def rank_of(tags: Mapping[str, str]) -> int:
    """Rank of a road by its tags, 0 for what is none, is not open yet, or is an alley without a name."""
    rank = RANKS.get(tags.get("highway", "").removesuffix("_link"), 0)
    if rank == 0 or tags.get("area") == "yes" or tags.get("indoor") == "yes":
        return 0
    return 0 if rank == ALLEY and not road_name(tags) else rank


def road_name(tags: Mapping[str, str]) -> str:
    """Its name, else its number; '' where it has neither."""
    return next((text for key in _ROAD_NAMES if (text := clean(tags.get(key, "")))), "")


def kind_of(tags: Mapping[str, str]) -> str:
    """What kind of landmark it is; '' for everything else."""
    for key, kinds in _KINDS.items():
        kind = kinds.get(tags.get(key, ""))
        if kind == "rumah ibadah":
            return _WORSHIP.get(tags.get("religion", ""), kind)
        if kind:
            return kind
    return ""


def names_of(tags: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Its name and what else it is called; ('', ()) where it has none that can be shown."""
    name = clean(tags.get("name", "")) or clean(tags.get("name:id", ""))
    others = (clean(part) for key in _OTHER_NAMES for part in tags.get(key, "").split(";"))
    wanted = [other for other in dict.fromkeys(others) if other and other != name]
    return (name, tuple(wanted[:MOST_ALIASES])) if name else ("", ())


def clean(text: str) -> str:
    """One line of text; '' where it is too long or holds what cannot be seen: a map anybody may edit."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_NAME and line.isprintable() and "\ufffd" not in line else ""
