// Coverage: areas without a fresh officer are hatched, by why; an area without outline is a hatched disc.
"use strict";

(() => {
  let areas = new Map();
  let shown = null;
  let layer = null;
  let colours = {};
  let chip = null;
  const RADIUS = 15;
  const NAMED_FROM = 12.5;

  // One way, closely: nobody or off duty. The other way, dashed: somebody is there but not seen.
  const hatch = (g, box, kind) => {
    const gap = kind === "stale" ? 9 : kind === "off_duty" ? 8 : 6;
    const high = box.bottom - box.top;
    g.beginPath();
    for (let x = box.left - high; x < box.right; x += gap) {
      if (kind === "stale") {
        g.moveTo(x, box.top);
        g.lineTo(x + high, box.bottom);
      } else {
        g.moveTo(x, box.bottom);
        g.lineTo(x + high, box.top);
      }
    }
    g.setLineDash(kind === "stale" ? [5, 4] : []);
    g.stroke();
    g.setLineDash([]);
  };

  const trace = (g, area, place) => {
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    const grow = (x, y) => {
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    };
    g.beginPath();
    if (!area.rings.length) {
      const at = place(area.lat, area.lon);
      g.arc(at.x, at.y, RADIUS, 0, 7);
      grow(at.x - RADIUS, at.y - RADIUS);
      grow(at.x + RADIUS, at.y + RADIUS);
    }
    for (const ring of area.rings) {
      for (let i = 0; i < ring.length; i += 2) {
        const at = place(ring[i], ring[i + 1]);
        grow(at.x, at.y);
        if (i === 0) g.moveTo(at.x, at.y);
        else g.lineTo(at.x, at.y);
      }
      g.closePath();
    }
    return box;
  };

  const drawArea = (g, place, size, code, kind, open) => {
    const area = areas.get(code);
    if (!area) return;
    g.save();
    const box = trace(g, area, place);
    if (box.right < 0 || box.bottom < 0 || box.left > size.x || box.top > size.y) { g.restore(); return; }
    const ink = open ? colours.warn : colours.muted;
    g.strokeStyle = ink;
    g.lineWidth = open ? 2 : 1.4;
    g.globalAlpha = 0.95;
    g.stroke();
    g.clip("evenodd");
    g.lineWidth = open ? 1.5 : 1;
    g.globalAlpha = open ? 0.62 : 0.42;
    hatch(g, { left: Math.max(box.left, -20), top: Math.max(box.top, -20),
      right: Math.min(box.right, size.x + 20), bottom: Math.min(box.bottom, size.y + 20) }, kind);
    g.restore();
  };

  const draw = (g, place, size, map) => {
    if (!shown) return;
    for (const [codes, kind, open] of shown.uncovered) {
      for (const code of codes) drawArea(g, place, size, code, kind, open);
    }
    if (map.getZoom() < NAMED_FROM) return;
    Drawing.setLabelFont(g, false);
    g.textAlign = "center";
    for (const [codes, , open, text] of shown.uncovered) {
      const area = areas.get(codes[0]);
      if (!area || !open) continue;
      const at = place(area.lat, area.lon);
      Drawing.drawLabel(g, Drawing.visible(text, 60), at.x, at.y + (area.rings.length ? 15 : RADIUS + 9), colours.warn, colours.halo);
    }
  };

  const swatch = (kind) => {
    const canvas = document.createElement("canvas");
    const ratio = window.devicePixelRatio || 1;
    canvas.className = "hatch";
    canvas.width = 20 * ratio;
    canvas.height = 14 * ratio;
    const g = canvas.getContext("2d");
    g.scale(ratio, ratio);
    g.strokeStyle = colours.text;
    g.lineWidth = 1;
    g.strokeRect(0.5, 0.5, 19, 13);
    g.beginPath();
    g.rect(1, 1, 18, 12);
    g.clip();
    hatch(g, { left: 0, top: 0, right: 20, bottom: 14 }, kind);
    return canvas;
  };

  const fillChip = () => {
    chip.hidden = !shown;
    if (!shown) return;
    const title = document.createElement("span");
    title.className = "title";
    title.textContent = shown.legend.title;
    const entries = Object.entries(shown.legend.kinds).map(([kind, text]) => {
      const entry = document.createElement("span");
      entry.className = "entry";
      const word = document.createElement("span");
      word.textContent = text;
      entry.append(swatch(kind), word);
      return entry;
    });
    chip.replaceChildren(title, ...entries);
  };

  // Outlines travel once: [[code, lat, lon, [[lat, lon, lat, lon, ...], ...]], ...]
  Overlays.add("coverage_areas", () => ({
    show(payload) {
      areas = new Map((payload || []).map(([code, lat, lon, rings]) => [code, { lat, lon, rings }]));
      if (layer) layer.redraw();
    },
  }));

  // payload: {uncovered: [[codes, why, open reports, text], ...], legend: {title, kinds: {why: text}}}
  Overlays.add("coverage", (map) => {
    chip = document.createElement("div");
    chip.className = "chip chip-coverage";
    chip.hidden = true;
    legendsOf(map).appendChild(chip);
    L.DomEvent.disableClickPropagation(chip);
    layer = Overlays.canvas(map, "coverage", 400, (g, place, size) => draw(g, place, size, map), () => !shown);
    return {
      show(payload) { shown = payload; fillChip(); layer.redraw(); },
      setColours(given) { colours = given; fillChip(); layer.redraw(); },
    };
  });
})();
