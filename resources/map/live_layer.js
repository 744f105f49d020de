// The live layer: officers and reports on one canvas over the map. Marks move in place, nothing reloads.
"use strict";

const LiveLayer = L.Layer.extend({
  // `tell(event)` reports to Python; `words` and `colours` are replaced by setWords and setColours.
  initialize(tell, colours, words) {
    this._tell = tell;
    this._colours = colours;
    this._words = words;
    this._officers = new Map();
    this._reports = [];
    this._shown = { officers: true, reports: true };
    this._selected = { report: null, lat: null, lon: null, unit: null };
    this._suggested = { ids: new Set(), radius: 0 };
    this._staleAfter = 300000;
    this._clockAhead = 0;
    this._applied = 0;
    this._drawn = 0;
    this._hover = null;
    this._hits = { officers: [], pins: [] };
  },

  onAdd(map) {
    this._map = map;
    const pane = map.createPane("live");
    pane.style.zIndex = 620;
    pane.style.pointerEvents = "none";
    this._canvas = L.DomUtil.create("canvas", map.options.zoomAnimation ? "leaflet-zoom-animated" : "", pane);
    this._pen = this._canvas.getContext("2d");
    this._resize();
    map.on({ move: this.redraw, zoom: this.redraw, viewreset: this.redraw, moveend: this.redraw }, this);
    map.on({ resize: this._resize, zoomanim: this._zoomWith, click: this._choose, mousemove: this._hoverAt,
      mouseout: this._leave }, this);
    // Ages grow by themselves: without news a mark must still fade and turn old.
    this._ageing = setInterval(() => this.redraw(), 5000);
  },

  setColours(colours) { this._colours = colours; this._sprites = null; this.redraw(); },
  setWords(words) { this._words = words; this.redraw(); },
  setStaleAfter(ms) { this._staleAfter = ms; this.redraw(); },
  show(what, on) { this._shown[what] = on; this.redraw(); },
  select(selected) { this._selected = selected; this.redraw(); },
  suggest(ids, radius) { this._suggested = { ids: new Set(ids), radius }; this.redraw(); },

  // change: {seq, now, set: [[id, lat, lon, status, fix ms, label]], gone: [id]}
  applyOfficers(change) {
    this._clockAhead = change.now - Date.now();
    for (const id of change.gone) this._officers.delete(id);
    for (const [id, lat, lon, status, fixed, label] of change.set) {
      const at = this._unit(lat, lon);
      const known = this._officers.get(id);
      if (known) Object.assign(known, { lat, lon, x: at.x, y: at.y, status, fixed, label });
      else this._officers.set(id, { id, lat, lon, x: at.x, y: at.y, status, fixed, label, kind: 0, fade: 0 });
    }
    this._applied = change.seq;
    this.redraw();
  },

  // rows: [[id, lat, lon, priority, number, label]]; the most urgent is drawn last, on top
  applyReports(rows) {
    this._reports = rows.map(([id, lat, lon, priority, number, label]) => {
      const at = this._unit(lat, lon);
      return { id, lat, lon, x: at.x, y: at.y, priority, number: Drawing.visible(number, 4), label };
    }).sort((a, b) => b.priority - a.priority);
    this.redraw();
  },

  officer(id) { return this._officers.get(id); },

  // Officers by legend entry, old positions counted as old whatever their status says.
  counts() {
    const counts = { available: 0, en_route: 0, on_scene: 0, stale: 0 };
    const now = Date.now() + this._clockAhead;
    for (const officer of this._officers.values()) {
      if (officer.status === 3) continue;
      const old = now - officer.fixed >= this._staleAfter;
      counts[old ? "stale" : Drawing.KINDS[officer.status]] += 1;
    }
    return counts;
  },

  redraw() {
    if (this._asked) return;
    this._asked = true;
    requestAnimationFrame(() => { this._asked = false; this._draw(); });
  },

  _unit(lat, lon) {
    const sine = Math.sin(Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI / 180);
    return { x: (lon + 180) / 360, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
  },

  _resize() {
    const size = this._map.getSize();
    this._ratio = window.devicePixelRatio || 1;
    this._canvas.width = Math.round(size.x * this._ratio);
    this._canvas.height = Math.round(size.y * this._ratio);
    this._canvas.style.width = size.x + "px";
    this._canvas.style.height = size.y + "px";
    this._sprites = null;
    this.redraw();
  },

  // While Leaflet animates a zoom the finished picture is stretched; the next draw is sharp again.
  _zoomWith(event) {
    const scale = this._map.getZoomScale(event.zoom, this._drawnZoom);
    const corner = this._map._latLngToNewLayerPoint(this._drawnCorner, event.zoom, event.center);
    L.DomUtil.setTransform(this._canvas, corner, scale);
  },

  _draw() {
    const map = this._map;
    if (map._animatingZoom) return;
    const g = this._pen;
    const size = map.getSize();
    const corner = map.containerPointToLayerPoint([0, 0]);
    L.DomUtil.setTransform(this._canvas, corner, 1);
    this._drawnZoom = map.getZoom();
    this._drawnCorner = map.layerPointToLatLng(corner);
    const view = { world: 256 * 2 ** this._drawnZoom, from: map.getPixelBounds().min, size };
    g.setTransform(this._ratio, 0, 0, this._ratio, 0, 0);
    g.clearRect(0, 0, size.x, size.y);
    this._taken = new Drawing.Occupied();
    for (const chip of this._map.getContainer().querySelectorAll(".chip")) {
      const box = chip.getBoundingClientRect();
      this._taken.add(box.left - 4, box.top - 4, box.right + 4, box.bottom + 4, true);
    }
    this._hits = { officers: [], pins: [] };
    if (this._shown.reports) this._collectPins(view);
    if (this._shown.officers) this._drawOfficers(g, view);
    this._drawSelection(g, view);
    this._drawPins(g);
    if (this._shown.officers) this._drawOfficerLabels(g);
    this._drawHover(g);
    this._afterDraw();
  },

  // The picture is on its way to the screen once the next frame begins.
  _afterDraw() {
    const seq = this._applied;
    this.fire("drawn");
    if (seq === this._drawn) return;
    this._drawn = seq;
    requestAnimationFrame(() => this._tell({ kind: "painted", number: seq }));
  },

  _place(mark, view) {
    return { x: mark.x * view.world - view.from.x, y: mark.y * view.world - view.from.y };
  },

  _drawOfficers(g, view) {
    const now = Date.now() + this._clockAhead;
    const half = Drawing.SPRITE_PX / 2;
    const right = view.size.x + half;
    const bottom = view.size.y + half;
    const seen = this._hits.officers;
    const groups = [[], [], [], []];
    for (const officer of this._officers.values()) {
      const x = officer.x * view.world - view.from.x;
      const y = officer.y * view.world - view.from.y;
      if (x < -half || y < -half || x > right || y > bottom) continue;
      const age = now - officer.fixed;
      const old = age >= this._staleAfter;
      officer.kind = old || officer.status === 3 ? 3 : officer.status;
      officer.fade = old || age < 60000 ? 0 : Math.min(3, 1 + Math.floor(3 * (age - 60000) / this._staleAfter));
      officer.age = age;
      officer.sx = x;
      officer.sy = y;
      seen.push(officer);
      groups[officer.kind].push(officer);
    }
    const sprites = this._spritesFor(seen.length);
    const ratio = this._ratio;
    g.setTransform(1, 0, 0, 1, 0, 0);
    for (const kind of [3, 0, 1, 2]) {
      for (const officer of groups[kind]) {
        g.drawImage(sprites[kind * 4 + officer.fade], Math.round((officer.sx - half) * ratio),
          Math.round((officer.sy - half) * ratio));
      }
    }
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
  },

  _spritesFor(count) {
    const radius = count > 4000 ? 3.2 : count > 1200 ? 4.2 : this._drawnZoom < 12 ? 4.2 : 5;
    if (!this._sprites || this._spriteRadius !== radius) {
      this._sprites = Drawing.makeSprites(this._colours, radius, this._ratio);
      this._spriteRadius = radius;
    }
    return this._sprites;
  },

  // The ring and the lines hang on the place of the selected report, also while its pin is hidden.
  _drawSelection(g, view) {
    const chosen = this._selected;
    if (chosen.report !== null && chosen.lat !== null) {
      const at = this._place(this._unit(chosen.lat, chosen.lon), view);
      if (this._suggested.radius > 0) {
        const metre = view.world / (40075016.7 * Math.cos(chosen.lat * Math.PI / 180));
        Drawing.drawRing(g, at.x, at.y, this._suggested.radius * metre, this._colours.p1);
      }
      for (const id of this._suggested.ids) {
        const officer = this._officers.get(id);
        if (officer) Drawing.drawDashes(g, at, this._place(officer, view), this._colours.accent);
      }
    }
    for (const id of this._suggested.ids) this._drawStandout(g, view, id, this._colours.ring);
    if (chosen.unit !== null) this._drawStandout(g, view, chosen.unit, this._colours.accent);
  },

  _drawStandout(g, view, id, ring) {
    const officer = this._officers.get(id);
    if (!officer) return;
    const at = this._place(officer, view);
    const old = Date.now() + this._clockAhead - officer.fixed >= this._staleAfter;
    const kind = Drawing.KINDS[old ? 3 : officer.status];
    g.beginPath();
    g.arc(at.x, at.y, 10.5, 0, 7);
    g.fillStyle = this._colours.edge;
    g.fill();
    g.beginPath();
    g.arc(at.x, at.y, 9.5, 0, 7);
    g.fillStyle = ring;
    g.fill();
    Drawing.drawMark(g, kind, at.x, at.y, 6.5, { ...this._colours, edge: kind === "stale" ? "#0000" : ring });
  },

  _collectPins(view) {
    for (const report of this._reports) {
      const at = this._place(report, view);
      if (at.x < -20 || at.y < -5 || at.x > view.size.x + 20 || at.y > view.size.y + 50) continue;
      const chosen = report.id === this._selected.report;
      const scale = [1, 1.1, 1, 0.92, 0.86][report.priority] * (chosen ? 1.15 : 1);
      this._hits.pins.push({ report, x: at.x, y: at.y, scale, chosen });
      this._taken.add(at.x - 13 * scale, at.y - 40 * scale, at.x + 13 * scale, at.y);
    }
    this._hits.pins.sort((a, b) => a.chosen - b.chosen);
  },

  _drawPins(g) {
    const crowded = this._hits.pins.length > 400;
    for (const pin of this._hits.pins) {
      const { report, chosen } = pin;
      const small = crowded && !chosen && report.priority > 2;
      const ring = chosen ? { width: 5, colour: this._colours.ring } : { width: 2.5, colour: this._colours.edge };
      Drawing.drawPin(g, pin.x, pin.y, small ? 0.5 : pin.scale, this._colours["p" + report.priority],
        this._colours.pin_ink, ring, small ? "" : report.number);
    }
  },
});
