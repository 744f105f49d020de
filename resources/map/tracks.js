// Tracks of the past: lines per unit with direction, gaps dashed, doubted fixes marked; units at one instant.
"use strict";

(() => {
  const MOCK = 1;
  const JUMP = 2;
  const PIECE = 4;
  const ARROW_PX = 80;
  const state = { tracks: [], at: null, units: [], title: "", colours: null };
  let lines = null;
  let marks = null;

  const ink = (track) => document.documentElement.dataset.theme === "light" ? track.light : track.dark;

  // Screen places of a track's believed fixes; those that fall on the same pixel once.
  const walk = (track, place, visit) => {
    let last = null;
    for (let i = 0; i < track.lat.length; i++) {
      if (track.flag[i] & JUMP) continue;
      const cut = last === null || (track.flag[i] & PIECE) !== 0;
      const p = place(track.lat[i], track.lon[i]);
      p.past = state.at === null || track.at[i] === null || track.at[i] <= state.at;
      const same = last !== null && !cut && p.past === last.past && Math.abs(p.x - last.x) + Math.abs(p.y - last.y) < 1;
      if (same && i < track.lat.length - 1) continue;
      visit(p, last, cut);
      last = p;
    }
  };

  const stroke = (g, paths, past, width, colour, dash, alpha) => {
    g.setLineDash(dash);
    g.lineWidth = width;
    g.strokeStyle = colour;
    g.globalAlpha = alpha;
    g.stroke(past ? paths.past : paths.rest);
    g.globalAlpha = 1;
    g.setLineDash([]);
  };

  const arrow = (g, x, y, angle, colour, edge) => {
    g.save();
    g.translate(x, y);
    g.rotate(angle);
    g.beginPath();
    g.moveTo(6, 0);
    g.lineTo(-5, -5);
    g.lineTo(-2.5, 0);
    g.lineTo(-5, 5);
    g.closePath();
    g.lineWidth = 2;
    g.strokeStyle = edge;
    g.stroke();
    g.fillStyle = colour;
    g.fill();
    g.restore();
  };

  // A hollow diamond: made up by the phone; a cross: nobody goes that fast.
  const doubt = (g, p, jump, colour, edge) => {
    const r = jump ? 5 : 6;
    g.beginPath();
    if (jump) {
      g.moveTo(p.x - r, p.y - r);
      g.lineTo(p.x + r, p.y + r);
      g.moveTo(p.x + r, p.y - r);
      g.lineTo(p.x - r, p.y + r);
    } else {
      g.moveTo(p.x, p.y - r);
      g.lineTo(p.x + r, p.y);
      g.lineTo(p.x, p.y + r);
      g.lineTo(p.x - r, p.y);
      g.closePath();
    }
    g.lineWidth = 5;
    g.strokeStyle = edge;
    g.stroke();
    g.lineWidth = 2;
    g.strokeStyle = colour;
    g.stroke();
  };

  const drawTrack = (g, track, place, size, edge) => {
    const colour = ink(track);
    const whole = { past: new Path2D(), rest: new Path2D() };
    const gaps = { past: new Path2D(), rest: new Path2D() };
    const arrows = [];
    let gone = ARROW_PX / 2;
    let first = null;
    walk(track, place, (p, last, cut) => {
      if (last === null) { first = p; return; }
      const path = (cut ? gaps : whole)[p.past ? "past" : "rest"];
      path.moveTo(last.x, last.y);
      path.lineTo(p.x, p.y);
      if (cut || !p.past) return;
      const step = Math.hypot(p.x - last.x, p.y - last.y);
      gone += step;
      const seen = p.x > -20 && p.y > -20 && p.x < size.x + 20 && p.y < size.y + 20;
      if (gone < ARROW_PX || step < 3 || !seen) return;
      gone = 0;
      arrows.push([(p.x + last.x) / 2, (p.y + last.y) / 2, Math.atan2(p.y - last.y, p.x - last.x)]);
    });
    g.lineJoin = g.lineCap = "round";
    stroke(g, whole, false, 2.5, colour, [], 0.45);
    stroke(g, gaps, false, 2, colour, [2, 7], 0.45);
    stroke(g, whole, true, 6, edge, [], 0.75);
    stroke(g, whole, true, 3.5, colour, [], 1);
    stroke(g, gaps, true, 2.5, colour, [3, 8], 0.9);
    if (first) {
      g.beginPath();
      g.arc(first.x, first.y, 4.5, 0, 7);
      g.fillStyle = edge;
      g.fill();
      g.lineWidth = 2.5;
      g.strokeStyle = colour;
      g.stroke();
    }
    for (const [x, y, angle] of arrows) arrow(g, x, y, angle, colour, edge);
  };

  const drawDoubts = (g, track, place, size, colours) => {
    for (let i = 0; i < track.flag.length; i++) {
      if (!(track.flag[i] & (MOCK | JUMP))) continue;
      const p = place(track.lat[i], track.lon[i]);
      if (p.x < -9 || p.y < -9 || p.x > size.x + 9 || p.y > size.y + 9) continue;
      doubt(g, p, (track.flag[i] & JUMP) !== 0, colours.warn, colours.edge);
    }
  };

  const fit = (map, tracks) => {
    const box = L.latLngBounds([]);
    for (const track of tracks) {
      for (let i = 0; i < track.lat.length; i++) {
        if (!(track.flag[i] & JUMP)) box.extend([track.lat[i], track.lon[i]]);
      }
    }
    if (box.isValid()) map.fitBounds(box, { animate: false, padding: [48, 64], maxZoom: 16 });
  };

  // payload: {tracks: [{dark, light, at: [ms|null], lat: [], lon: [], flag: []}], look}
  Overlays.add("tracks", (map) => {
    lines = Overlays.canvas(map, "tracks", 500, (g, place, size) => {
      if (!state.colours) return;
      for (const track of state.tracks) drawTrack(g, track, place, size, state.colours.edge);
      for (const track of state.tracks) drawDoubts(g, track, place, size, state.colours);
    });
    let looked = null;
    return {
      show(payload) {
        state.tracks = payload ? payload.tracks : [];
        if (payload && payload.look !== looked) {
          looked = payload.look;
          fit(map, state.tracks);
        }
        lines.redraw();
      },
      setColours(colours) { state.colours = colours; lines.redraw(); },
    };
  });

  const drawUnit = (g, unit, p, colours, beside) => {
    const colour = ink(unit);
    g.beginPath();
    g.arc(p.x, p.y, unit.old ? 7 : 9, 0, 7);
    g.lineWidth = 5;
    g.strokeStyle = colours.edge;
    g.stroke();
    if (unit.old) {
      g.lineWidth = 2.5;
      g.setLineDash([4, 3]);
      g.strokeStyle = colour;
      g.stroke();
      g.setLineDash([]);
    } else {
      g.fillStyle = colour;
      g.fill();
      g.lineWidth = 2;
      g.strokeStyle = colours.ring;
      g.stroke();
    }
    beside(unit, p);
  };

  // Right of the mark, else left, else above or below: never over another unit's words.
  const labeller = (g, size, colours) => {
    const taken = new Drawing.Occupied();
    for (const { p } of state.units) if (p) taken.add(p.x - 12, p.y - 12, p.x + 12, p.y + 12, true);
    return (unit, p) => {
      const text = Drawing.visible(unit.text, 80);
      const width = g.measureText(text).width;
      const spots = [[p.x + 15, p.y], [p.x - 15 - width, p.y], [p.x - width / 2, p.y + 22], [p.x - width / 2, p.y - 22],
        [p.x + 15, p.y + 18], [p.x + 15, p.y - 18], [p.x - 15 - width, p.y + 18], [p.x - 15 - width, p.y - 18]];
      const free = ([l, m]) => l > 2 && l + width < size.x - 2 && taken.free(l, m - 8, l + width, m + 8, false);
      const [left, middle] = spots.find(free) || spots[0];
      taken.add(left, middle - 8, left + width, middle + 8, true);
      Drawing.drawLabel(g, text, left, middle, unit.old ? colours.muted : colours.text, colours.halo);
    };
  };

  // What is seen is not now: it says so across the top, below the zoom where a panel leaves the map little room.
  const drawTitle = (g, colours, size) => {
    const narrow = size.x < 480;
    g.font = `bold ${narrow ? 12 : 14}px ${Drawing.FONT || "sans-serif"}`;
    g.textAlign = "left";
    g.textBaseline = "middle";
    const text = Drawing.visible(state.title, 80);
    const width = g.measureText(text).width + 28;
    const left = narrow ? Math.max(4, Math.min(12, size.x - width - 4)) : 12;
    const top = narrow ? 54 : 10;
    g.beginPath();
    g.roundRect(left, top, width, 30, 6);
    g.fillStyle = colours.panel;
    g.fill();
    g.lineWidth = 2;
    g.strokeStyle = colours.accent;
    g.stroke();
    g.fillStyle = colours.text;
    g.fillText(text, left + 14, top + 15.5);
  };

  // payload: {at: ms, title, units: [{dark, light, lat, lon, text, old}]}
  Overlays.add("instant", (map) => {
    marks = Overlays.canvas(map, "instant", 640, (g, place, size) => {
      const colours = state.colours;
      if (!colours || state.at === null) return;
      Drawing.setLabelFont(g, true);
      for (const unit of state.units) unit.p = place(unit.lat, unit.lon);
      const beside = labeller(g, size, colours);
      for (const unit of state.units) drawUnit(g, unit, unit.p, colours, beside);
      drawTitle(g, colours, size);
    });
    return {
      show(payload) {
        state.at = payload ? payload.at : null;
        state.units = payload ? payload.units : [];
        state.title = payload ? payload.title : "";
        marks.redraw();
        lines.redraw();
      },
      setColours() { marks.redraw(); },
    };
  });
})();
