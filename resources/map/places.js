// Agencies, hospitals and squares of partners' people: still marks below the live ones, named when there is room.
"use strict";

Overlays.add("places", (map) => {
  const NAMES_FROM_ZOOM = 14;
  let places = [];
  let squares = [];
  let colours = {};
  let hover = null;

  const drawPlace = (g, at, hospital) => {
    g.beginPath();
    g.roundRect(at.x - 7, at.y - 7, 14, 14, hospital ? 4 : 2);
    g.fillStyle = colours.panel;
    g.fill();
    g.lineWidth = 1.4;
    g.strokeStyle = hospital ? colours.p1 : colours.muted;
    g.stroke();
    g.fillStyle = hospital ? colours.p1 : colours.muted;
    if (hospital) {
      g.fillRect(at.x - 1.4, at.y - 4.5, 2.8, 9);
      g.fillRect(at.x - 4.5, at.y - 1.4, 9, 2.8);
      return;
    }
    // A gable over two doors: an office.
    g.beginPath();
    g.moveTo(at.x - 4.5, at.y - 0.5);
    g.lineTo(at.x, at.y - 4.5);
    g.lineTo(at.x + 4.5, at.y - 0.5);
    g.fill();
    g.fillRect(at.x - 3.5, at.y + 0.5, 2.6, 4);
    g.fillRect(at.x + 0.9, at.y + 0.5, 2.6, 4);
  };

  const drawSquare = (g, square, place) => {
    const half = square.size / 2;
    const from = place(square.lat + half, square.lon - half);
    const to = place(square.lat - half, square.lon + half);
    g.globalAlpha = 0.12;
    g.fillStyle = colours.accent;
    g.fillRect(from.x, from.y, to.x - from.x, to.y - from.y);
    g.globalAlpha = 0.8;
    g.setLineDash([4, 4]);
    g.lineWidth = 1;
    g.strokeStyle = colours.accent;
    g.strokeRect(from.x, from.y, to.x - from.x, to.y - from.y);
    g.setLineDash([]);
    g.globalAlpha = 1;
    Drawing.setLabelFont(g, false);
    g.textAlign = "center";
    // The whole label where it has room, else the number alone, else nothing.
    const text = [square.label, square.people].find((each) => g.measureText(each).width < to.x - from.x - 6);
    if (text) Drawing.drawLabel(g, text, (from.x + to.x) / 2, (from.y + to.y) / 2, colours.text, colours.halo);
  };

  const draw = (g, place, size) => {
    for (const square of squares) drawSquare(g, square, place);
    const taken = new Drawing.Occupied();
    const named = map.getZoom() >= NAMES_FROM_ZOOM;
    for (const each of places) {
      const at = place(each.lat, each.lon);
      each.at = at;
      if (at.x < -8 || at.y < -8 || at.x > size.x + 8 || at.y > size.y + 8) continue;
      drawPlace(g, at, each.hospital);
      taken.add(at.x - 8, at.y - 8, at.x + 8, at.y + 8);
    }
    Drawing.setLabelFont(g, false);
    for (const each of places) {
      const { at } = each;
      if (at.x < 0 || at.y < 0 || at.x > size.x || at.y > size.y || (!named && each !== hover)) continue;
      const text = each === hover && each.detail ? each.name + " \u00b7 " + each.detail : each.name;
      const width = g.measureText(text).width;
      if (each !== hover && !taken.free(at.x + 11, at.y - 7, at.x + 11 + width, at.y + 7)) continue;
      taken.add(at.x + 11, at.y - 7, at.x + 11 + width, at.y + 7);
      Drawing.drawLabel(g, text, at.x + 11, at.y, each === hover ? colours.text : colours.muted, colours.halo);
    }
  };

  const canvas = Overlays.canvas(map, "places", 610, draw, () => !places.length && !squares.length);

  map.on("mousemove", ({ containerPoint: p }) => {
    const found = places.find(({ at }) => at && Math.abs(at.x - p.x) <= 9 && Math.abs(at.y - p.y) <= 9) || null;
    if (found === hover) return;
    hover = found;
    canvas.redraw();
  });

  return {
    // payload: {places: [[name, hospital, lat, lon, detail]], squares: [[label, people, lat, lon, size in
    // degrees]]} or null
    show(payload) {
      places = (payload ? payload.places : []).map(([name, hospital, lat, lon, detail]) => ({
        name: Drawing.visible(name, 40), hospital, lat, lon, detail: Drawing.visible(detail, 40) }));
      squares = (payload ? payload.squares : []).map(([label, people, lat, lon, size]) => ({
        label: Drawing.visible(label, 30), people: String(people), lat, lon, size }));
      hover = null;
      canvas.redraw();
    },
    setColours(fresh) { colours = fresh; canvas.redraw(); },
    counts() { return [places.length, squares.length]; },
  };
});
