// Labels, hovering and choosing for the live layer: what is written beside marks and what a click hits.
"use strict";

LiveLayer.include({
  _ageText(ms) {
    const s = Math.max(0, Math.round(ms / 1000));
    const [key, n] = s < 90 ? ["seconds_ago", s] : s < 5400 ? ["minutes_ago", Math.round(s / 60)]
      : s < 172800 ? ["hours_ago", Math.round(s / 3600)] : ["days_ago", Math.round(s / 86400)];
    return this._words[key].replace("{n}", n);
  },

  // A short label is the age alone: between the names of areas there is no room for more.
  _officerText(officer, whole, short) {
    if (short) return this._ageText(officer.age);
    const parts = [Drawing.visible(officer.label, 40)];
    if (this._suggested.ids.has(officer.id)) {
      parts.push(this._words.suggested);
      const km = this._kmToSelected(officer);
      if (km !== null) parts.push(km);
    }
    const old = officer.age >= this._staleAfter;
    const doubt = this._doubts.get(officer.id);
    if (whole && !old && officer.status < Officers.OFF_DUTY) parts.push(this._words[Drawing.KINDS[officer.status]]);
    if (whole || old) parts.push(this._ageText(officer.age));
    if (doubt) parts.push(this._words[doubt]);
    return parts.join(" \u00b7 ");
  },

  _kmToSelected(officer) {
    const { lat, lon } = this._selected;
    if (lat === null || lat === undefined) return null;
    const km = this._map.distance([lat, lon], [officer.lat, officer.lon]) / 1000;
    return km.toFixed(1).replace(".", this._words.decimal) + " km";
  },

  _drawOfficerLabels(g) {
    const { seen, seenCount, ids, kind, status } = this._officers;
    const few = seenCount <= 600;
    const all = few && this._drawnZoom >= 15;
    const old = few && this._drawnZoom >= 14;
    const standing = new Set(this._suggested.ids);
    if (this._selected.unit !== null) standing.add(this._selected.unit);
    const first = [];
    const rest = [];
    for (let i = 0; i < seenCount && (few || standing.size); i++) {
      const slot = seen[i];
      if (standing.has(ids[slot])) first.push(slot);
      else if (all || (old && kind[slot] === Officers.STALE && status[slot] < Officers.OFF_DUTY)) rest.push(slot);
    }
    for (const slot of first) {
      const { sx, sy } = this._officers;
      this._taken.add(sx[slot] - 11, sy[slot] - 11, sx[slot] + 11, sy[slot] + 11, true);
    }
    Drawing.setLabelFont(g, true);
    for (const slot of first) this._writeOfficer(g, slot, 14, this._colours.text, true, false);
    Drawing.setLabelFont(g, false);
    for (const slot of rest) this._writeOfficer(g, slot, 9, this._colours.muted, false, !all);
  },

  _writeOfficer(g, slot, gap, colour, must, short) {
    const text = this._officerText(this._officers.of(this._officers.ids[slot]), false, short);
    this._writeBeside(g, text, this._officers.sx[slot], this._officers.sy[slot], gap, colour, must);
  },

  // Right of the mark, else left, else a line lower or higher; without room it is left out unless it must be seen.
  _writeBeside(g, text, x, y, gap, colour, must) {
    const width = g.measureText(text).width;
    const size = this._map.getSize();
    const right = x + gap;
    const left = x - gap - width;
    const spots = [[right, y], [left, y], [right, y + 15], [right, y - 15], [left, y + 15], [left, y - 15],
      [x - width / 2, y + 20], [x - width / 2, y - 20], [x - width / 2, y + 36], [x - width / 2, y - 36]];
    const free = (hardOnly) => ([l, m]) => l > 2 && l + width < size.x - 2
      && this._taken.free(l, m - 8, l + width, m + 8, hardOnly);
    const spot = spots.find(free(false)) || (must ? spots.find(free(true)) || spots[0] : null);
    if (!spot) return;
    this._taken.add(spot[0], spot[1] - 8, spot[0] + width, spot[1] + 8, true);
    Drawing.drawLabel(g, text, spot[0], spot[1], colour, this._colours.halo);
  },

  _drawHover(g) {
    if (!this._hover) return;
    const mark = this._hover.kind === "unit" ? this._officers.of(this._hover.id)
      : this._reports.find((r) => r.id === this._hover.id);
    if (!mark) return;
    const at = this._map.latLngToContainerPoint([mark.lat, mark.lon]);
    const unit = this._hover.kind === "unit";
    const text = unit ? this._officerText(mark, true) : Drawing.visible(mark.label || mark.number, 60);
    if (!text) return;
    Drawing.setLabelFont(g, true);
    const width = g.measureText(text).width + 18;
    const size = this._map.getSize();
    const left = Math.max(4, Math.min(size.x - width - 4, at.x - width / 2));
    const top = at.y + 14 + 26 < size.y ? at.y + 14 : at.y - 44;
    g.beginPath();
    g.roundRect(left, top, width, 26, 6);
    g.fillStyle = this._colours.panel;
    g.fill();
    g.lineWidth = 1;
    g.strokeStyle = this._colours.line;
    g.stroke();
    g.fillStyle = this._colours.text;
    g.fillText(text, left + 9, top + 13.5);
  },

  // What lies under a point of the map: the topmost pin, else the nearest officer within 12 pixels.
  hitAt(point) {
    for (let i = this._pins.length - 1; i >= 0; i--) {
      const pin = this._pins[i];
      const dx = point.x - pin.x;
      const dy = point.y - (pin.y - 24 * pin.scale);
      if (Math.abs(dx) <= 14 * pin.scale && Math.abs(dy) <= 25 * pin.scale) {
        return { kind: "report", id: pin.report.id };
      }
    }
    const id = this._officers.nearest(point, 12);
    return id === null ? null : { kind: "unit", id };
  },

  _choose(event) {
    if (Overlays.held() !== null) return;
    const hit = this.hitAt(event.containerPoint);
    this._tell(hit || { kind: "place", lat: event.latlng.lat, lon: event.latlng.lng });
  },

  _hoverAt(event) {
    const hit = this.hitAt(event.containerPoint);
    if ((hit && hit.id) === (this._hover && this._hover.id)) return;
    this._hover = hit;
    this._map.getContainer().style.cursor = hit ? "pointer" : "";
    this.redraw();
  },

  _leave() {
    if (!this._hover) return;
    this._hover = null;
    this.redraw();
  },
});
