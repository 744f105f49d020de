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
    const parts = [Drawing.visible(officer.label || officer.id, 40)];
    if (this._suggested.ids.has(officer.id)) {
      parts.push(this._words.suggested);
      const km = this._kmToSelected(officer);
      if (km !== null) parts.push(km);
    }
    const old = officer.age >= this._staleAfter;
    if (whole && !old && officer.status < 3) parts.push(this._words[Drawing.KINDS[officer.status]]);
    if (whole || old) parts.push(this._ageText(officer.age));
    return parts.join(" \u00b7 ");
  },

  _kmToSelected(officer) {
    const { lat, lon } = this._selected;
    if (lat === null || lat === undefined) return null;
    const km = this._map.distance([lat, lon], [officer.lat, officer.lon]) / 1000;
    return km.toFixed(1).replace(".", this._words.decimal) + " km";
  },

  _drawOfficerLabels(g) {
    const zoom = this._drawnZoom;
    const all = zoom >= 15 && this._hits.officers.length <= 600;
    const old = zoom >= 14 && this._hits.officers.length <= 600;
    const first = (o) => o.id === this._selected.unit ? 0 : this._suggested.ids.has(o.id) ? 1 : 2;
    const wanted = this._hits.officers.filter((o) => first(o) < 2 || all || (old && o.kind === 3 && o.status < 3));
    wanted.sort((a, b) => first(a) - first(b));
    for (const o of wanted) if (first(o) < 2) this._taken.add(o.sx - 11, o.sy - 11, o.sx + 11, o.sy + 11, true);
    for (const officer of wanted) {
      const strong = first(officer) < 2;
      Drawing.setLabelFont(g, strong);
      this._writeBeside(g, this._officerText(officer, false, !strong && !all), officer.sx, officer.sy, strong ? 14 : 9,
        strong ? this._colours.ink : this._colours.quiet, strong);
    }
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
    const mark = this._hover.kind === "unit" ? this._officers.get(this._hover.id)
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
    g.fillStyle = this._colours.ink;
    g.fillText(text, left + 9, top + 13.5);
  },

  // What lies under a point of the map: the topmost pin, else the nearest officer within 12 pixels.
  hitAt(point) {
    for (let i = this._hits.pins.length - 1; i >= 0; i--) {
      const pin = this._hits.pins[i];
      const dx = point.x - pin.x;
      const dy = point.y - (pin.y - 24 * pin.scale);
      if (Math.abs(dx) <= 14 * pin.scale && Math.abs(dy) <= 25 * pin.scale) {
        return { kind: "report", id: pin.report.id };
      }
    }
    let best = null;
    let nearest = 12 * 12;
    for (const officer of this._hits.officers) {
      const d = (officer.sx - point.x) ** 2 + (officer.sy - point.y) ** 2;
      if (d <= nearest) { nearest = d; best = { kind: "unit", id: officer.id }; }
    }
    return best;
  },

  _choose(event) {
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
