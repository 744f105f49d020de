// The live layer: officers and reports on one canvas over the map. Marks move in place, nothing reloads.
"use strict";

// Copying a picture costs 2.5 us a mark, stamping some ms a frame: they meet near this number.
const MANY = 1200;

// All ages are looked at so often; a position that turns old sooner is drawn old when it does, at most so often.
const AGEING_MS = 5000;
const SOONEST_MS = 200;

const LiveLayer = L.Layer.extend({
  // `tell(event)` reports to Python; `words` and `colours` are replaced by setWords and setColours.
  initialize(tell, colours, words) {
    this._tell = tell;
    this._colours = colours;
    this._words = words;
    this._officers = new Officers();
    this._reports = [];
    this._shown = { officers: true, reports: true };
    this._selected = { report: null, lat: null, lon: null, unit: null };
    this._suggested = { ids: new Set(), radius: 0 };
    this._staleAfter = 300000;
    this._clockAhead = 0;
    this._applied = 0;
    this._drawn = 0;
    this._hover = null;
    this._pins = [];
    this._doubts = new Map();
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
    this._ageing = setInterval(() => this.redraw(), AGEING_MS);
  },

  setColours(colours) { this._colours = colours; this._stamps = null; this.redraw(); },
  setWords(words) { this._words = words; this.redraw(); },
  setStaleAfter(ms) { this._staleAfter = ms; this.redraw(); },
  show(what, on) { this._shown[what] = on; this.redraw(); },
  select(selected) { this._selected = selected; this.redraw(); },
  suggest(ids, radius) { this._suggested = { ids: new Set(ids), radius }; this.redraw(); },

  // change: {seq, now} and what Officers.apply takes
  applyOfficers(change) {
    this._clockAhead = change.now - Date.now();
    this._officers.apply(change);
    this._applied = change.seq;
    this.redraw();
  },

  // rows: [[id, lat, lon, priority, number, label, claim]]; the most urgent is drawn last, on top
  applyReports(rows) {
    this._reports = rows.map(([id, lat, lon, priority, number, label, claim]) => {
      return { id, lat, lon, x: Officers.unitX(lon), y: Officers.unitY(lat), priority,
        number: Drawing.visible(number, 4), label, claim };
    }).sort((a, b) => b.priority - a.priority);
    this.redraw();
  },

  officer(id) { return this._officers.of(id); },

  counts() { return this._officers.counts(this._now(), this._staleAfter); },

  _now() { return Date.now() + this._clockAhead; },

  redraw() {
    if (this._asked) return;
    this._asked = true;
    requestAnimationFrame(() => { this._asked = false; this._draw(); });
  },

  _resize() {
    const size = this._map.getSize();
    this._ratio = window.devicePixelRatio || 1;
    this._canvas.width = Math.round(size.x * this._ratio);
    this._canvas.height = Math.round(size.y * this._ratio);
    this._canvas.style.width = size.x + "px";
    this._canvas.style.height = size.y + "px";
    this._stamps = null;
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
    this._pins = [];
    this._officers.seenCount = 0;
    if (this._shown.officers) {
      this._drawOfficers(g, view);
      this._wakeForNextOld();
    }
    if (this._shown.reports) this._collectPins(view);
    this._drawSelection(g, view);
    this._drawPins(g);
    if (this._shown.officers) {
      if (this._doubts.size) this._drawDoubts(g, view);
      this._drawOfficerLabels(g);
    }
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
    this._officers.look(view, this._now(), this._staleAfter, 12);
    const many = this._officers.seenCount > MANY;
    const stamps = this._stampsFor(this._officers.seenCount);
    stamps[many ? "stampAll" : "copyEach"](g, this._officers, [3, 0, 1, 2], this._ratio);
  },

  _wakeForNextOld() {
    clearTimeout(this._wake);
    const left = this._officers.nextOld;
    if (left < AGEING_MS) this._wake = setTimeout(() => this.redraw(), Math.max(SOONEST_MS, left + 1));
  },

  _stampsFor(count) {
    const radius = count > 4000 ? 3.2 : count > MANY ? 4.2 : this._drawnZoom < 12 ? 4.2 : 5;
    if (!this._stamps || this._stampRadius !== radius) {
      this._stamps = new Stamps(this._colours, radius, this._ratio);
      this._stampRadius = radius;
    }
    return this._stamps;
  },

  // The ring and the lines hang on the place of the selected report, also while its pin is hidden.
  _drawSelection(g, view) {
    const chosen = this._selected;
    if (chosen.report !== null && chosen.lat !== null) {
      const at = this._place({ x: Officers.unitX(chosen.lon), y: Officers.unitY(chosen.lat) }, view);
      if (this._suggested.radius > 0) {
        const metre = view.world / (40075016.7 * Math.cos(chosen.lat * Math.PI / 180));
        Drawing.drawRing(g, at.x, at.y, this._suggested.radius * metre, this._colours.p1);
      }
      // A line to a mark that is not shown would end in nothing.
      for (const id of this._shown.officers ? this._suggested.ids : []) {
        const officer = this._officers.of(id);
        if (officer) Drawing.drawDashes(g, at, this._place(officer, view), this._colours.accent);
      }
    }
    if (!this._shown.officers) return;
    for (const id of this._suggested.ids) this._drawStandout(g, view, id, this._colours.ring);
    if (chosen.unit !== null) this._drawStandout(g, view, chosen.unit, this._colours.accent);
  },

  _drawStandout(g, view, id, ring) {
    const officer = this._officers.of(id);
    if (!officer) return;
    const at = this._place(officer, view);
    const kind = Drawing.KINDS[officer.kind];
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
      this._pins.push({ report, x: at.x, y: at.y, scale, chosen });
      this._taken.add(at.x - 13 * scale, at.y - 40 * scale, at.x + 13 * scale, at.y);
    }
    this._pins.sort((a, b) => a.chosen - b.chosen);
  },

  _drawPins(g) {
    const crowded = this._pins.length > 400;
    for (const pin of this._pins) {
      const { report, chosen } = pin;
      const small = crowded && !chosen && report.priority > 2;
      const ring = chosen ? { width: 5, colour: this._colours.ring } : { width: 2.5, colour: this._colours.edge };
      Drawing.drawPin(g, pin.x, pin.y, small ? 0.5 : pin.scale, this._colours["p" + report.priority],
        this._colours["on_p" + report.priority], ring, small ? "" : report.number);
      if (report.claim) this._drawUnsure(g, pin, small);
    }
  },

  // A claim the server has not confirmed, or whose holder fell silent: a dashed ring, and the word beside it.
  _drawUnsure(g, pin, small) {
    const scale = small ? 0.5 : pin.scale;
    Drawing.drawUnsure(g, pin.x, pin.y, scale, this._colours.warn);
    if (small) return;
    Drawing.setLabelFont(g, false);
    this._writeBeside(g, this._words[pin.report.claim] || pin.report.claim, pin.x, pin.y - 27 * scale, 19 * scale,
      this._colours.warn, pin.chosen);
  },
});
