// Measuring: click points, the running distance beside each; the map keeps moving under the hand.
"use strict";

Overlays.add("measure", (map, tell) => {
  let on = false;
  let points = [];
  let cursor = null;
  let colours = {};
  let words = {};

  const metresText = (metres) => {
    if (metres < 1000) return Math.round(metres) + " m";
    return (metres / 1000).toFixed(metres < 9950 ? 2 : 1).replace(".", words.decimal || ".") + " km";
  };

  const draw = (g, place) => {
    if (!on || !points.length) return;
    const line = points.map(([lat, lon]) => place(lat, lon));
    const end = cursor && !map.dragging.moving() ? place(cursor.lat, cursor.lng) : null;
    g.lineJoin = "round";
    for (const [width, colour] of [[5, colours.halo], [2, colours.accent]]) {
      g.beginPath();
      line.forEach((p, i) => (i ? g.lineTo(p.x, p.y) : g.moveTo(p.x, p.y)));
      g.lineWidth = width;
      g.strokeStyle = colour;
      g.stroke();
    }
    if (end) Drawing.drawDashes(g, line.at(-1), end, colours.accent);
    Drawing.setLabelFont(g, true);
    let far = 0;
    line.forEach((p, i) => {
      if (i) far += map.distance(points[i - 1], points[i]);
      g.beginPath();
      g.arc(p.x, p.y, 4.5, 0, 7);
      g.fillStyle = colours.panel;
      g.fill();
      g.lineWidth = 2;
      g.strokeStyle = colours.accent;
      g.stroke();
      if (i) {
        Drawing.drawLabel(g, metresText(far), p.x + 10, p.y - 12, colours.text, colours.halo);
      }
    });
    if (end) {
      const whole = far + map.distance(points.at(-1), cursor);
      Drawing.drawLabel(g, metresText(whole), end.x + 14, end.y + 16, colours.text, colours.halo);
    }
  };

  const canvas = Overlays.canvas(map, "measure", 640, draw, () => !on || !points.length);
  const total = () => points.slice(1).reduce((sum, p, i) => sum + map.distance(points[i], p), 0);
  const report = () => tell({ kind: "tool", id: "measure", number: Math.round(total()), text: "points " + points.length });

  const begin = () => {
    on = true;
    points = [];
    cursor = null;
    Overlays.hold("measure");
    map.doubleClickZoom.disable();
    map.getContainer().classList.add("aims");
    map.getContainer().focus();
  };
  const end = () => {
    if (!on) return;
    on = false;
    points = [];
    Overlays.release("measure");
    map.doubleClickZoom.enable();
    map.getContainer().classList.remove("aims");
    canvas.redraw();
  };

  map.on("click", ({ latlng, containerPoint }) => {
    if (!on) return;
    const last = points.at(-1);
    // The second click of a double click is no point of its own.
    if (last && containerPoint.distanceTo(map.latLngToContainerPoint(last)) < 3) return;
    points.push([latlng.lat, latlng.lng]);
    report();
    canvas.redraw();
  });
  map.on("mousemove", ({ latlng }) => {
    if (!on) return;
    cursor = latlng;
    if (points.length) canvas.redraw();
  });
  map.getContainer().addEventListener("keydown", (event) => {
    if (!on) return;
    if (event.key === "Escape") {
      end();
      tell({ kind: "tool", id: "measure", text: "ended" });
    } else if (event.key === "Backspace") {
      points.pop();
      report();
      canvas.redraw();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    show(payload) { if (payload) begin(); else end(); },
    setColours(fresh) { colours = fresh; canvas.redraw(); },
    setWords(fresh) { words = fresh; canvas.redraw(); },
  };
});
