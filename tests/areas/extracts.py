"""Writes small invented OpenStreetMap extracts (.osm.pbf) with pyosmium itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import osmium
from osmium.osm.mutable import Node, Relation, Way

Point = tuple[float, float]
"""(lat, lon), degrees."""


def write_extract(
    path: Path,
    nodes: Iterable[tuple[Point, Mapping[str, str]]] = (),
    ways: Iterable[tuple[list[Point], Mapping[str, str]]] = (),
    *,
    multipolygons: Iterable[tuple[list[list[Point]], Mapping[str, str]]] = (),
    lost: Iterable[Point] = (),
) -> Path:
    """Nodes with tags, ways with the nodes they need; nodes at `lost` points are named by ways and not written.

    A multipolygon's lines are ways without tags, the last of several an inner ring.
    """
    drawn = [(list(points), dict(tags)) for points, tags in ways]
    relations = []
    for lines, tags in multipolygons:
        roles = ["outer"] * (len(lines) - 1) + ["inner" if len(lines) > 1 else "outer"]
        members = [("w", len(drawn) + number, role) for number, role in enumerate(roles, 1)]
        drawn += [(list(line), {}) for line in lines]
        relations.append((members, {"type": "multipolygon", **tags}))
    tagged = [(point, dict(tags)) for point, tags in nodes]
    missing = set(lost)
    ids: dict[Point, int] = {}
    path.unlink(missing_ok=True)
    with osmium.SimpleWriter(str(path)) as writer:
        for number, (point, tags) in enumerate(tagged, 1):
            writer.add_node(Node(id=number, location=(point[1], point[0]), tags=tags, version=1))
        for points, _ in drawn:
            for point in points:
                if point not in ids:
                    ids[point] = len(tagged) + len(ids) + 1
                    if point not in missing:
                        writer.add_node(Node(id=ids[point], location=(point[1], point[0]), version=1))
        for number, (points, tags) in enumerate(drawn, 1):
            writer.add_way(Way(id=number, nodes=[ids[point] for point in points], tags=tags, version=1))
        for number, (members, tags) in enumerate(relations, 1):
            writer.add_relation(Relation(id=number, members=members, tags=tags, version=1))
    return path
