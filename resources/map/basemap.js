// The chosen base map over the own one: pictures as they are, enlarged where there are no finer ones.
"use strict";

Overlays.add("basemap", (map) => {
  const COARSEST = 5;
  let layer = null;
  let shown = "";

  // Where a tile is missing its parents are tried and enlarged; where all are missing the own map stays in sight.
  const Pictures = L.GridLayer.extend({
    createTile(coords, done) {
      const cell = document.createElement("div");
      cell.className = "basemap-tile";
      const tries = Math.min(COARSEST, coords.z - this.options.minZoom);
      this._try(cell, coords, 0, Math.max(0, tries), done);
      return cell;
    },

    _try(cell, coords, up, most, done) {
      const picture = document.createElement("img");
      picture.alt = "";
      picture.decoding = "async";
      picture.draggable = false;
      const times = 2 ** up;
      const side = this.getTileSize().x;
      picture.style.width = picture.style.height = side * times + "px";
      picture.style.left = -(coords.x % times) * side + "px";
      picture.style.top = -(coords.y % times) * side + "px";
      picture.onload = () => {
        cell.appendChild(picture);
        cell.classList.add("there");
        done(null, cell);
      };
      picture.onerror = () => {
        if (!cell.gone && up < most) this._try(cell, coords, up + 1, most, done);
        else done(null, cell);
      };
      cell.picture = picture;
      const x = Math.floor(coords.x / times);
      const y = Math.floor(coords.y / times);
      const dense = this.options.dense && window.devicePixelRatio > 1 ? "@2x" : "";
      picture.src = `${this.options.address}/${coords.z - up}/${x}/${y}${dense}`;
    },

    // After another zoom level was chosen: what is still under way for the one before is of no use.
    _abortLoading() {
      for (const [key, { el, coords, loaded }] of Object.entries(this._tiles)) {
        if (coords.z === this._tileZoom || loaded) continue;
        this._forget(el);
        L.DomUtil.remove(el);
        delete this._tiles[key];
        this.fire("tileabort", { tile: el, coords });
      }
    },

    _removeTile(key) {
      const tile = this._tiles[key];
      if (tile) this._forget(tile.el);
      return L.GridLayer.prototype._removeTile.call(this, key);
    },

    // A request the map has moved away from is given up.
    _forget(cell) {
      cell.gone = true;
      const picture = cell.picture;
      if (!picture || picture.complete) return;
      picture.onload = picture.onerror = null;
      picture.removeAttribute("src");
    },
  });

  const pane = map.createPane("basemap");
  pane.style.zIndex = 210;
  pane.style.pointerEvents = "none";

  return {
    // payload: {address, min_zoom, max_zoom, bounds: [[south, west], [north, east]], overlay, dense}
    show(payload) {
      const wanted = JSON.stringify(payload);
      if (wanted === shown) return;
      shown = wanted;
      if (layer) map.removeLayer(layer);
      layer = null;
      if (!payload) return;
      layer = new Pictures({
        pane: "basemap", address: payload.address, bounds: payload.bounds, dense: payload.dense, updateWhenIdle: false,
        maxNativeZoom: payload.max_zoom, minZoom: payload.min_zoom,
        className: payload.overlay ? "basemap overlay" : "basemap",
      });
      map.addLayer(layer);
    },
    loading() { return layer && layer.isLoading() ? layer : null; },
  };
});
