"""Landmarks drawn as multipolygons: a relation, and the untagged ways it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from console.areas.osm_tags import OsmLandmark, kind_of, names_of
from console.areas.shape import Box

Line = tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Relation:
    """A landmark to come: its tags' word, and the box around the ways found so far, in 1e-7 degrees."""

    kind: str
    tags: Mapping[str, str]
    box: Box | None = None
    inside: bool = False


@dataclass(slots=True)
class Multipolygons:
    """Relations first, then the ways they name, then where they lie; memory grows with landmarks alone."""

    bounds: Box | None = None
    _relations: dict[int, _Relation] = field(default_factory=dict)
    _of_way: dict[int, list[int]] = field(default_factory=dict)

    @property
    def way_ids(self) -> list[int]:
        """The ways to look for."""
        return list(self._of_way)

    def take_relation(self, relation_id: int, tags: Mapping[str, str], outer_ways: list[int]) -> None:
        """A relation with the ways of its outer rings; what is no landmark's multipolygon is left alone."""
        if tags.get("type") != "multipolygon" or not (kind := kind_of(tags)):
            return
        self._relations[relation_id] = _Relation(kind, tags)
        for way_id in outer_ways:
            self._of_way.setdefault(way_id, []).append(relation_id)

    def take_way(self, way_id: int, line: Line) -> None:
        """A way that was looked for, with those of its points that the extract holds."""
        if not line:
            return
        lats, lons = [lat for lat, _ in line], [lon for _, lon in line]
        inside = self.bounds is None or any(self.bounds.holds(*point) for point in line)
        for relation_id in self._of_way.get(way_id, ()):
            relation = self._relations[relation_id]
            known = [relation.box] if relation.box is not None else []
            relation.inside |= inside
            relation.box = Box(
                min(lats + [box.min_lat for box in known]), min(lons + [box.min_lon for box in known]),
                max(lats + [box.max_lat for box in known]), max(lons + [box.max_lon for box in known]),
            )  # fmt: skip

    def landmarks(self) -> Iterator[OsmLandmark | None]:
        """Each at the middle of its ways; None for one that cannot be used: no name, no way of it in the extract."""
        for relation_id, relation in self._relations.items():
            box = relation.box
            if box is not None and not relation.inside:
                continue
            name, aliases = names_of(relation.tags)
            if box is None or not name:
                yield None
                continue
            at = (box.min_lat + box.max_lat) // 2, (box.min_lon + box.max_lon) // 2
            yield OsmLandmark(osm_id=f"r{relation_id}", kind=relation.kind, name=name, aliases=aliases, at=at)
