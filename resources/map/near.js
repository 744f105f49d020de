// Who was near here: the place and its circle, and the click that says where 'here' is.
"use strict";

// payload: {picking, lat, lon, radius_m}; lat and lon null until a place is chosen
Overlays.add("near", (map, tell) => {
  let wanted = null;
  let colours = null;
  const canvas = Overlays.canvas(map, "near", 505, (g, place, size, metres) => {
    if (!wanted || !colours || wanted.lat === null) return;
    const p = place(wanted.lat, wanted.lon);
    const radius = metres(wanted.radius_m, wanted.lat);
    g.beginPath();
    g.arc(p.x, p.y, radius, 0, 7);
    g.fillStyle = colours.accent;
    g.globalAlpha = 0.12;
    g.fill();
    g.globalAlpha = 1;
    g.lineWidth = 2;
    g.strokeStyle = colours.accent;
    g.stroke();
    g.beginPath();
    g.moveTo(p.x - 9, p.y);
    g.lineTo(p.x + 9, p.y);
    g.moveTo(p.x, p.y - 9);
    g.lineTo(p.x, p.y + 9);
    g.lineWidth = 5;
    g.strokeStyle = colours.edge;
    g.stroke();
    g.lineWidth = 2;
    g.strokeStyle = colours.accent;
    g.stroke();
  }, () => !wanted || wanted.lat === null);

  map.on("click", (event) => {
    if (!wanted || !wanted.picking || Overlays.held() !== "near") return;
    tell({ kind: "tool", id: "near", lat: event.latlng.lat, lon: event.latlng.lng });
  });

  return {
    show(payload) {
      const looks = payload && payload.lat !== null && !(wanted && wanted.lat === payload.lat && wanted.lon === payload.lon);
      wanted = payload;
      if (payload && payload.picking) Overlays.hold("near");
      else Overlays.release("near");
      map.getContainer().style.cursor = payload && payload.picking ? "crosshair" : "";
      if (looks && !map.getBounds().contains([payload.lat, payload.lon])) map.panTo([payload.lat, payload.lon]);
      canvas.redraw();
    },
    setColours(now) { colours = now; canvas.redraw(); },
  };
});
