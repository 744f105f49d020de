// Police areas: each Polsek tinted and outlined, its name at its middle; a point of the map says whose it is.
"use strict";

Overlays.add("police", (map) => {
  const NAMED_FROM = 10.5;
  const ABOVE_FROM = 12.5;
  const TINTS = {
    dark: ["#6fb7ff", "#c3a6ff", "#63d3c8", "#e2b27f", "#ee9cbb", "#b3cc78"],
    light: ["#1f6fb8", "#7a4fc4", "#14857b", "#a8661b", "#b23a6c", "#5f7d1c"],
  };
  let shown = null;
  let colours = {};

  const theme = () => (document.documentElement.dataset.theme === "light" ? "light" : "dark");

  const trace = (g, rings, place) => {
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    g.beginPath();
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i += 2) {
        const at = place(ring[i], ring[i + 1]);
        box.left = Math.min(box.left, at.x);
        box.right = Math.max(box.right, at.x);
        box.top = Math.min(box.top, at.y);
        box.bottom = Math.max(box.bottom, at.y);
        if (i === 0) g.moveTo(at.x, at.y);
        else g.lineTo(at.x, at.y);
      }
      g.closePath();
    }
    return box;
  };

  const write = (g, text, x, y, font, ink) => {
    g.font = font;
    g.textAlign = "center";
    g.textBaseline = "middle";
    g.lineJoin = "round";
    g.lineWidth = 3.5;
    g.strokeStyle = colours.halo || "#000";
    g.strokeText(text, x, y);
    g.fillStyle = ink;
    g.fillText(text, x, y);
  };

  const layer = Overlays.canvas(map, "police", 360, (g, place, size) => {
    if (!shown) return;
    const inks = TINTS[theme()];
    const named = [];
    for (const post of shown.posts) {
      const box = trace(g, post.rings, place);
      if (box.right < 0 || box.bottom < 0 || box.left > size.x || box.top > size.y) continue;
      const ink = inks[post.tint % inks.length];
      g.globalAlpha = post.own ? 0.2 : 0.1;
      g.fillStyle = ink;
      g.fill("evenodd");
      g.globalAlpha = 0.9;
      g.lineWidth = 2;
      g.lineJoin = "round";
      g.setLineDash(post.own ? [] : [6, 4]);
      g.strokeStyle = ink;
      g.stroke();
      g.setLineDash([]);
      g.globalAlpha = 1;
      if (box.right - box.left > 50) named.push([post, ink]);
    }
    if (map.getZoom() >= NAMED_FROM) {
      for (const [post, ink] of named) {
        const at = place(post.lat, post.lon);
        write(g, post.name, at.x, at.y - 20, "600 13px sans-serif", ink);
        if (map.getZoom() >= ABOVE_FROM) write(g, post.above, at.x, at.y - 36, "11px sans-serif", ink);
      }
    }
  }, () => !shown);

  return {
    // {posts: [{name, above, tint, own, lat, lon, rings: [[lat, lon, lat, lon, …], …]}]}
    show(payload) {
      shown = payload;
      layer.redraw();
    },
    setColours(worn) {
      colours = worn;
      layer.redraw();
    },
  };
});

// The answer beside the point that was asked about: {lat, lon, lines}.
Overlays.add("police_whose", (map) => {
  let said = null;
  let colours = {};

  const layer = Overlays.canvas(map, "police_whose", 640, (g, place, size) => {
    if (!said) return;
    const at = place(said.lat, said.lon);
    g.font = "13px sans-serif";
    const wide = Math.min(size.x - 16, Math.max(...said.lines.map((line) => g.measureText(line).width)) + 24);
    const high = said.lines.length * 19 + 14;
    const left = Math.max(8, Math.min(size.x - wide - 8, at.x - wide / 2));
    const top = at.y - high - 14 > 8 ? at.y - high - 14 : at.y + 14;
    g.beginPath();
    g.arc(at.x, at.y, 5, 0, 7);
    g.fillStyle = colours.accent;
    g.fill();
    g.lineWidth = 2;
    g.strokeStyle = colours.ring;
    g.stroke();
    g.beginPath();
    g.roundRect(left, top, wide, high, 6);
    g.fillStyle = colours.panel;
    g.fill();
    g.lineWidth = 1;
    g.strokeStyle = colours.line;
    g.stroke();
    g.textAlign = "left";
    g.textBaseline = "middle";
    said.lines.forEach((line, number) => {
      g.font = (number === 0 ? "600 " : "") + "13px sans-serif";
      g.fillStyle = number === 0 ? colours.text : colours.muted;
      g.fillText(line, left + 12, top + 17 + number * 19, wide - 24);
    });
  }, () => !said);

  return {
    show(payload) {
      said = payload;
      layer.redraw();
    },
    setColours(worn) {
      colours = worn;
      layer.redraw();
    },
  };
});
