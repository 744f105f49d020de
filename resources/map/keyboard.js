// Marks by keyboard: Tab goes through those in sight from the middle outwards, arrows to the next one that way.
"use strict";

Overlays.add("keyboard", (map, tell, layer) => {
  const MOST = 60;
  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const container = map.getContainer();
  const spoken = document.createElement("div");
  spoken.className = "spoken";
  spoken.setAttribute("aria-live", "polite");
  container.appendChild(spoken);
  let at = null;
  let colours = {};

  // Marks in sight, those nearest to the middle first.
  const marks = () => {
    const size = map.getSize();
    const middle = { x: size.x / 2, y: size.y / 2 };
    const officers = layer._officers;
    const found = layer._pins.map((pin) => ({ kind: "report", id: pin.report.id, x: pin.x, y: pin.y - 20 }));
    for (let i = 0; layer._shown.officers && i < officers.seenCount; i++) {
      const slot = officers.seen[i];
      found.push({ kind: "unit", id: officers.ids[slot], x: officers.sx[slot], y: officers.sy[slot] });
    }
    const inside = found.filter((m) => m.x >= 0 && m.y >= 0 && m.x <= size.x && m.y <= size.y);
    for (const mark of inside) mark.far = Math.hypot(mark.x - middle.x, mark.y - middle.y);
    return inside.sort((a, b) => a.far - b.far).slice(0, MOST);
  };

  const same = (a, b) => a !== null && b !== null && a.kind === b.kind && a.id === b.id;

  const go = (mark) => {
    at = mark;
    layer._hover = mark ? { kind: mark.kind, id: mark.id } : null;
    layer.redraw();
    canvas.redraw();
    if (!mark) return;
    const officer = mark.kind === "unit" ? layer.officer(mark.id) : null;
    const report = layer._reports.find((r) => r.id === mark.id);
    spoken.textContent = officer ? layer._officerText(officer, true) : report ? Drawing.visible(report.label, 60) : "";
  };

  // The nearest mark in a direction; what lies aside counts double.
  const towards = (way, all) => {
    let best = null;
    let least = Infinity;
    for (const mark of all) {
      const along = (mark.x - at.x) * way[0] + (mark.y - at.y) * way[1];
      const aside = Math.abs((mark.x - at.x) * way[1]) + Math.abs((mark.y - at.y) * way[0]);
      if (along < 2 || along + 2 * aside >= least || same(mark, at)) continue;
      best = mark;
      least = along + 2 * aside;
    }
    return best;
  };

  const step = (event) => {
    const all = marks();
    const place = at === null ? -1 : all.findIndex((m) => same(m, at));
    if (event.key === "Tab") {
      const next = at === null ? (event.shiftKey ? -1 : 0) : place + (event.shiftKey ? -1 : 1);
      // Past the last one Tab leaves the map, as everywhere.
      if (next < 0 || next >= all.length) {
        go(null);
        return false;
      }
      go(all[next]);
      return true;
    }
    if (at === null) return false;
    if (event.key === "Enter") tell({ kind: at.kind, id: at.id });
    else if (event.key === "Escape") go(null);
    else if (WAYS[event.key]) {
      const here = all.find((m) => same(m, at));
      if (here) at = here;
      const next = towards(WAYS[event.key], all);
      if (next) go(next);
    } else return false;
    return true;
  };

  container.addEventListener("keydown", (event) => {
    if (event.target !== container || Overlays.held() !== null || event.ctrlKey || event.altKey) return;
    if (!step(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  container.addEventListener("pointerdown", () => { if (at) go(null); });
  container.addEventListener("blur", () => { if (at) go(null); });

  const draw = (g, place) => {
    if (!at) return;
    const mark = at.kind === "unit" ? layer.officer(at.id) : layer._reports.find((r) => r.id === at.id);
    if (!mark) return;
    const p = place(mark.lat, mark.lon);
    const y = at.kind === "unit" ? p.y : p.y - 27;
    for (const [width, colour] of [[5, colours.edge], [2.5, colours.accent]]) {
      g.beginPath();
      g.arc(p.x, y, at.kind === "unit" ? 12 : 19, 0, 7);
      g.lineWidth = width;
      g.strokeStyle = colour;
      g.stroke();
    }
  };
  const canvas = Overlays.canvas(map, "keyboard", 645, draw, () => !at);
  layer.on("drawn", () => { if (at) canvas.redraw(); });

  return {
    show() {},
    setColours(fresh) { colours = fresh; canvas.redraw(); },
  };
});
