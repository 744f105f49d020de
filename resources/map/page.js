// Wires the page: folium's map, the live layer and the chips; `sigap` is what Python calls.
"use strict";

const sigap = (() => {
  const map = window.map_sigap;
  const base = window.tile_layer_base;
  const HAND_REST_MS = 8000;
  let words = {};
  let home = null;
  let followed = null;
  let handSince = -Infinity;
  let handDown = false;

  // Events travel as requests to the own scheme: nothing of Python is reachable from the page.
  const tell = (event) => {
    fetch("sigap://map/event?" + encodeURIComponent(JSON.stringify(event))).catch(() => {});
  };

  // Leaflet would point dropped tiles at a data: picture, which the page's policy refuses.
  L.TileLayer.include({
    _abortLoading() {
      for (const [key, { el, coords }] of Object.entries(this._tiles)) {
        if (coords.z === this._tileZoom) continue;
        el.onload = el.onerror = L.Util.falseFn;
        if (el.complete) continue;
        el.removeAttribute("src");
        L.DomUtil.remove(el);
        delete this._tiles[key];
        this.fire("tileabort", { tile: el, coords });
      }
    },
    _removeTile(key) {
      const tile = this._tiles[key];
      if (!tile) return undefined;
      tile.el.onload = tile.el.onerror = L.Util.falseFn;
      return L.GridLayer.prototype._removeTile.call(this, key);
    },
  });

  const layer = new LiveLayer(tell, {}, {});
  const panels = new Panels(map, layer, {
    zoom: (step) => map.zoomIn(step),
    whole: () => { if (home) map.fitBounds(home); },
    resume: () => { handSince = -Infinity; keepFollowed(); },
  });

  const handOn = () => handDown || performance.now() - handSince < HAND_REST_MS;

  const touch = () => {
    handSince = performance.now();
    if (followed !== null) panels.follow(label(followed), true);
  };

  const label = (id) => {
    const officer = layer.officer(id);
    return officer ? officer.label : id;
  };

  const keepFollowed = () => {
    if (followed === null) return;
    const paused = handOn();
    panels.follow(label(followed), paused);
    const officer = layer.officer(followed);
    if (officer && !paused) bringIn([officer.lat, officer.lon], 0.3);
  };

  // Moves the map only when the place is outside the calm middle of the view.
  const bringIn = (latLng, margin) => {
    const size = map.getSize();
    const at = map.latLngToContainerPoint(latLng);
    const dx = size.x * margin;
    const dy = size.y * margin;
    if (at.x < dx || at.y < dy || at.x > size.x - dx || at.y > size.y - dy) map.panTo(latLng, { animate: false });
  };

  const watchHand = () => {
    const container = map.getContainer();
    container.addEventListener("pointerdown", () => { handDown = true; touch(); });
    window.addEventListener("pointerup", () => { handDown = false; touch(); });
    container.addEventListener("wheel", touch, { passive: true });
    container.addEventListener("keydown", touch);
    setInterval(keepFollowed, 1000);
  };

  // Text size and screens can change while the page lives: dense ones get the tiles of twice the pixels.
  const keepSharp = () => {
    const dense = window.devicePixelRatio > 1;
    if (dense === L.Browser.retina) return;
    L.Browser.retina = dense;
    base.redraw();
  };

  map.on("resize", keepSharp);
  // Told once two frames have passed with every tile in sight loaded.
  const settle = (number) => {
    const waited = base.isLoading() ? base : Overlays.loading();
    if (waited) waited.once("load", () => settle(number));
    else requestAnimationFrame(() => requestAnimationFrame(() => tell({ kind: "settled", number })));
  };
  map.on("moveend", () => {
    const centre = map.getCenter();
    tell({ kind: "view", lat: centre.lat, lon: centre.lng, number: map.getZoom() });
  });

  tell({ kind: "loaded" });

  return {
    officers(text) { layer.applyOfficers(JSON.parse(text)); keepFollowed(); },
    reports(text) { layer.applyReports(JSON.parse(text)); },
    select(text) {
      const chosen = JSON.parse(text);
      layer.select(chosen);
      if (chosen.look && chosen.lat !== null && !handDown) bringIn([chosen.lat, chosen.lon], 0.18);
    },
    suggest(text) { const { ids, radius } = JSON.parse(text); layer.suggest(ids, radius); },
    follow(text) { followed = JSON.parse(text).unit; panels.follow(followed, false); keepFollowed(); },
    look(text) {
      const { lat, lon, zoom, bounds, keep } = JSON.parse(text);
      if (bounds) {
        home = bounds;
        if (!keep) map.fitBounds(bounds, { animate: false });
      } else map.setView([lat, lon], zoom, { animate: false });
    },
    theme(text) {
      const { name, colours, tiles } = JSON.parse(text);
      document.documentElement.dataset.theme = name;
      layer.setColours(colours);
      panels.setColours(colours);
      Overlays.setColours(colours);
      if (base._url !== tiles) base.setUrl(tiles);
    },
    words(text) { words = JSON.parse(text); layer.setWords(words); panels.setWords(words); Overlays.setWords(words); },
    // What every map shows, on or off.
    marks(text) {
      const { officers, reports, names } = JSON.parse(text);
      layer.show("officers", officers);
      panels.showLegend(officers);
      layer.show("reports", reports);
      base.setOpacity(names ? 1 : 0);
    },
    layer(text) { const { name, payload } = JSON.parse(text); Overlays.show(name, payload); },
    settle(text) { settle(JSON.parse(text)); },
    note(text) { panels.setNote(JSON.parse(text)); },
    settings(text) { layer.setStaleAfter(JSON.parse(text).stale_after_ms); },
    // Called once with everything above in order; `ready` follows the first picture with it.
    start(text) {
      const calls = JSON.parse(text);
      Overlays.make(map, tell, layer);
      for (const [name, payload] of calls) if (name === "theme" || name === "words") this[name](payload);
      map.addLayer(layer);
      for (const [name, payload] of calls) this[name](payload);
      watchHand();
      layer.once("drawn", () => tell({ kind: "ready" }));
    },
    // For measuring and tests: where a mark stands in the window, and what lies under a point.
    at(id) {
      const mark = layer.officer(id) || layer._reports.find((r) => r.id === id);
      const p = map.latLngToContainerPoint([mark.lat, mark.lon]);
      return [Math.round(p.x), Math.round(p.y)];
    },
    hit(x, y) { return layer.hitAt(L.point(x, y)); },
    kindOf(id) { const o = layer.officer(id); return o ? Drawing.KINDS[o.kind] : null; },
    counts() { return layer.counts(); },
    drawn() { return { old: layer._officers.drawnOld(), ids: [...layer._officers.slotOf.keys()] }; },
    redraw() { layer.redraw(); },
    label(id) { return layer._officerText(layer.officer(id), true); },
  };
})();
window.sigap = sigap;
