"""The map: a folium shell behind an own scheme, base tiles from Qt, marks on one canvas."""
