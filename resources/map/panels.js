// The chips around the map: zoom, legend with counts, base note with scale, following.
"use strict";

class Panels {
  // `act` holds what buttons do: zoom(step), whole(), resume().
  constructor(map, layer, act) {
    this._map = map;
    this._layer = layer;
    this._act = act;
    this._corner = {};
    const foot = this._element("div", "foot", map.getContainer());
    for (const corner of ["zoom", "follow", "legend", "note"]) {
      const parent = corner === "legend" || corner === "note" ? foot : map.getContainer();
      this._corner[corner] = this._element("div", "chip chip-" + corner, parent);
      L.DomEvent.disableClickPropagation(this._corner[corner]);
      L.DomEvent.disableScrollPropagation(this._corner[corner]);
    }
    this._build();
    layer.on("drawn", () => this._recount());
    map.on("zoomend moveend resize", () => this._rescale());
  }

  setWords(words) {
    this._words = words;
    this._map.getContainer().setAttribute("aria-label", words.map);
    for (const [button, key] of this._buttons) this._label(button, words[key]);
    for (const name of Drawing.KINDS) this._legend[name].word.textContent = words[name];
    this.follow(this._following, this._paused);
    this._rescale();
    this._recount();
  }

  setColours(colours) {
    this._colours = colours;
    for (const [name, value] of Object.entries(colours)) {
      document.documentElement.style.setProperty("--" + name.replaceAll("_", "-"), value);
    }
    for (const name of Drawing.KINDS) this._swatch(this._legend[name].swatch, name);
  }

  // Counts of officers mean nothing while none are shown, as during a replay of the past.
  showLegend(on) { this._corner.legend.hidden = !on; }

  setNote(text) { this._note.textContent = this._note.title = text; }

  // name: the followed unit's label or null; paused while the hand is on the map
  follow(name, paused) {
    this._following = name;
    this._paused = paused;
    const chip = this._corner.follow;
    chip.hidden = name === null || name === undefined;
    if (chip.hidden || !this._words) return;
    this._resume.disabled = !paused;
    this._resume.textContent = paused ? this._words.paused
      : this._words.following.replace("{n}", () => Drawing.visible(name, 40));
  }

  _element(tag, name, parent) {
    const element = document.createElement(tag);
    element.className = name;
    parent.appendChild(element);
    return element;
  }

  _button(parent, name, act) {
    const button = this._element("button", name, parent);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  _label(button, text) {
    button.title = text;
    button.setAttribute("aria-label", text);
  }

  _build() {
    const zoom = this._corner.zoom;
    this._buttons = [
      [this._button(zoom, "", () => this._act.zoom(1)), "zoom_in"],
      [this._button(zoom, "", () => this._act.zoom(-1)), "zoom_out"],
      [this._button(zoom, "", () => this._act.whole()), "whole"],
    ];
    ["+", "\u2212", "\u2922"].forEach((sign, i) => { this._buttons[i][0].textContent = sign; });
    this._resume = this._button(this._corner.follow, "", () => this._act.resume());
    this._corner.follow.hidden = true;
    this._legend = {};
    for (const name of Drawing.KINDS) {
      const entry = this._element("span", "entry", this._corner.legend);
      const swatch = this._element("canvas", "swatch", entry);
      this._legend[name] = { swatch, word: this._element("span", "", entry), count: this._element("b", "", entry) };
    }
    this._note = this._element("span", "base", this._corner.note);
    this._scale = this._element("span", "scale", this._corner.note);
  }

  _swatch(canvas, name) {
    const ratio = window.devicePixelRatio || 1;
    canvas.width = canvas.height = 14 * ratio;
    const g = canvas.getContext("2d");
    g.scale(ratio, ratio);
    Drawing.drawMark(g, name, 7, 7, name === "stale" ? 4 : 5, { ...this._colours, edge: this._colours.panel });
  }

  _recount() {
    const counts = this._layer.counts();
    Drawing.KINDS.forEach((name, i) => {
      const text = String(counts[i]);
      const shown = this._legend[name].count;
      if (shown.textContent !== text) shown.textContent = text;
    });
  }

  // The longest of 1, 2, 5 x 10^n metres that stays under 90 pixels at the middle of the map.
  _rescale() {
    const size = this._map.getSize();
    const middle = size.y / 2;
    const metres = this._map.distance(
      this._map.containerPointToLatLng([0, middle]), this._map.containerPointToLatLng([90, middle]));
    if (!(metres > 0)) return;
    const ten = 10 ** Math.floor(Math.log10(metres));
    const nice = ten * (metres / ten >= 5 ? 5 : metres / ten >= 2 ? 2 : 1);
    this._scale.textContent = nice >= 1000 ? nice / 1000 + " km" : nice + " m";
    this._scale.style.width = Math.round(90 * nice / metres) + "px";
  }
}
