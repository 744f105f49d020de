// Picking a circle, a line drawn by hand or a kelurahan; what was picked stays drawn until it is taken away.
"use strict";

Overlays.add("picking", (map, tell) => {
  const MOST_POINTS = 80;
  let mode = "";
  let shape = null;
  let drawn = [];
  let centre = null;
  let radius = 0;
  let cursor = null;
  let colours = {};
  let words = {};

  const metresText = (metres) => (metres < 1000 ? Math.round(metres) + " m"
    : (metres / 1000).toFixed(1).replace(".", words.decimal || ".") + " km");

  const paint = (g, closed) => {
    g.globalAlpha = 0.1;
    g.fillStyle = colours.accent;
    if (closed) g.fill("evenodd");
    g.globalAlpha = 1;
    g.lineWidth = 2;
    g.strokeStyle = colours.accent;
    g.stroke();
  };

  const trace = (g, ring, place) => ring.forEach(([lat, lon], i) => {
    const p = place(lat, lon);
    if (i) g.lineTo(p.x, p.y);
    else g.moveTo(p.x, p.y);
  });

  const drawCircle = (g, place, metres, at, far) => {
    const p = place(at[0], at[1]);
    g.beginPath();
    g.arc(p.x, p.y, metres(far, at[0]), 0, 7);
    paint(g, true);
    Drawing.setLabelFont(g, true);
    g.textAlign = "center";
    Drawing.drawLabel(g, metresText(far), p.x, p.y - metres(far, at[0]) - 10, colours.text, colours.halo);
  };

  const draw = (g, place, size, metres) => {
    if (shape && shape.radius) drawCircle(g, place, metres, [shape.lat, shape.lon], shape.radius);
    if (shape && shape.rings) {
      g.beginPath();
      for (const ring of shape.rings) {
        trace(g, ring, place);
        g.closePath();
      }
      paint(g, true);
    }
    if (centre && radius > 0) drawCircle(g, place, metres, centre, radius);
    if (!drawn.length) return;
    g.beginPath();
    trace(g, cursor ? [...drawn, cursor] : drawn, place);
    paint(g, false);
    for (const [lat, lon] of drawn) {
      const p = place(lat, lon);
      g.beginPath();
      g.arc(p.x, p.y, 4, 0, 7);
      g.fillStyle = colours.accent;
      g.fill();
    }
  };

  // Areas lie below the marks: whom one picked must stay in sight.
  const canvas = Overlays.canvas(map, "picking", 440, draw,
    () => !shape && !drawn.length && !(centre && radius > 0));
  const container = map.getContainer();

  const begin = (wanted) => {
    mode = wanted;
    drawn = [];
    centre = cursor = null;
    radius = 0;
    Overlays.hold("picking");
    map.doubleClickZoom.disable();
    container.classList.add("aims");
    if (mode === "radius") map.dragging.disable();
    container.focus();
  };
  const end = () => {
    mode = "";
    drawn = [];
    centre = cursor = null;
    radius = 0;
    Overlays.release("picking");
    map.dragging.enable();
    map.doubleClickZoom.enable();
    container.classList.remove("aims");
    canvas.redraw();
  };
  const finishDrawn = () => {
    if (drawn.length < 3) return;
    const text = JSON.stringify(drawn.map(([lat, lon]) => [Number(lat.toFixed(5)), Number(lon.toFixed(5))]));
    end();
    tell({ kind: "tool", id: "picking", text });
  };
  const spot = (latlng) => [latlng.lat, latlng.lng];

  map.on("mousedown", ({ latlng }) => { if (mode === "radius") centre = spot(latlng); });
  map.on("mousemove", ({ latlng }) => {
    if (mode === "radius" && centre) radius = map.distance(centre, latlng);
    else if (mode === "draw") cursor = spot(latlng);
    else return;
    canvas.redraw();
  });
  map.on("mouseup", () => {
    if (mode !== "radius" || !centre) return;
    const [lat, lon] = centre;
    const far = Math.round(radius);
    if (far < 20) {
      centre = null;
      return;
    }
    end();
    tell({ kind: "tool", id: "picking", lat, lon, number: far, text: "radius" });
  });
  map.on("click", ({ latlng, containerPoint }) => {
    if (mode === "area") {
      const [lat, lon] = spot(latlng);
      end();
      tell({ kind: "tool", id: "picking", lat, lon, text: "area" });
    } else if (mode === "draw") {
      const first = drawn.length && map.latLngToContainerPoint(drawn[0]);
      const last = drawn.length && map.latLngToContainerPoint(drawn.at(-1));
      if (last && containerPoint.distanceTo(last) < 3) return;
      if ((first && drawn.length > 2 && containerPoint.distanceTo(first) < 10) || drawn.length === MOST_POINTS) {
        finishDrawn();
        return;
      }
      drawn.push(spot(latlng));
      tell({ kind: "tool", id: "picking", number: drawn.length, text: "corner" });
      canvas.redraw();
    }
  });
  map.on("dblclick", () => { if (mode === "draw") finishDrawn(); });
  container.addEventListener("keydown", (event) => {
    if (!mode) return;
    if (event.key === "Escape") {
      end();
      tell({ kind: "tool", id: "picking", text: "ended" });
    } else if (event.key === "Enter" && mode === "draw") finishDrawn();
    else if (event.key === "Backspace" && mode === "draw") drawn.pop();
    else return;
    canvas.redraw();
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    // payload: {mode: "radius" | "draw" | "area"} to begin, {shape: {lat, lon, radius} | {rings}} to show what was
    // picked, null takes both away
    show(payload) {
      if (mode) end();
      shape = payload && payload.shape ? payload.shape : null;
      if (payload && payload.mode) begin(payload.mode);
      canvas.redraw();
    },
    setColours(fresh) { colours = fresh; canvas.redraw(); },
    setWords(fresh) { words = fresh; canvas.redraw(); },
  };
});
