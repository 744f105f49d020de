// Tells what part of the world is in sight, while somebody lists it.
"use strict";

Overlays.add("sight", (map, tell) => {
  const REST_MS = 150;
  let on = false;
  let waiting = 0;

  const say = () => {
    waiting = 0;
    if (!on) return;
    const box = map.getBounds();
    const text = [box.getSouth(), box.getWest(), box.getNorth(), box.getEast()].map((n) => n.toFixed(6)).join(" ");
    tell({ kind: "tool", id: "sight", text });
  };
  // A pan is many moves: what stands still is told.
  map.on("moveend resize", () => {
    if (on && !waiting) waiting = setTimeout(say, REST_MS);
  });

  return { show(payload) { on = Boolean(payload); say(); } };
});
