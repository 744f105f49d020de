// Everything drawn beyond marks, one file each: made at start by name, told its payload by Python.
"use strict";

const Overlays = (() => {
  const makers = new Map();
  const made = new Map();
  let holder = null;

  return {
    // make(map, tell, the live layer) gives {show(payload), setColours(colours), setWords(words)}; the latter two may
    // be left out.
    add(name, make) { makers.set(name, make); },

    make(map, tell, layer) {
      for (const [name, make] of makers) made.set(name, make(map, tell, layer));
    },

    names() { return [...made.keys()]; },

    show(name, payload) {
      const overlay = made.get(name);
      if (overlay) overlay.show(payload);
    },

    // The first layer of tiles that is still on its way, or null; a layer has `loading()` where it brings tiles.
    loading() {
      for (const each of made.values()) {
        const layer = each.loading ? each.loading() : null;
        if (layer) return layer;
      }
      return null;
    },

    setColours(colours) { for (const each of made.values()) if (each.setColours) each.setColours(colours); },
    setWords(words) { for (const each of made.values()) if (each.setWords) each.setWords(words); },

    // Whoever holds the hand gets the clicks: while one measures, no officer is chosen. Only the holder lets go.
    hold(name) { holder = name; },
    release(name) { if (holder === name) holder = null; },
    held() { return holder; },

    // A canvas over the whole map in a pane of its own (name, zIndex); draw(g, place, size, metresToPixels) paints it,
    // place(lat, lon) gives {x, y} in CSS pixels. Returns {redraw()}. While `idle()` there is nothing to draw: the
    // canvas holds one pixel and a moving map costs nothing, until redraw() is called.
    canvas(map, name, zIndex, draw, idle = () => false) {
      const pane = map.getPane(name) || map.createPane(name);
      pane.style.zIndex = zIndex;
      pane.style.pointerEvents = "none";
      const canvas = L.DomUtil.create("canvas", map.options.zoomAnimation ? "leaflet-zoom-animated" : "", pane);
      const pen = canvas.getContext("2d");
      let asked = false;
      let empty = true;
      let zoom = map.getZoom();
      let origin = map.getCenter();

      const paint = () => {
        asked = false;
        if (map._animatingZoom) return;
        empty = idle();
        canvas.style.display = empty ? "none" : "";
        if (empty) {
          canvas.width = canvas.height = 1;
          return;
        }
        const size = map.getSize();
        const ratio = window.devicePixelRatio || 1;
        const wide = Math.round(size.x * ratio);
        const high = Math.round(size.y * ratio);
        if (canvas.width !== wide || canvas.height !== high) {
          canvas.width = wide;
          canvas.height = high;
          canvas.style.width = size.x + "px";
          canvas.style.height = size.y + "px";
        }
        const corner = map.containerPointToLayerPoint([0, 0]);
        L.DomUtil.setTransform(canvas, corner, 1);
        zoom = map.getZoom();
        origin = map.layerPointToLatLng(corner);
        const world = 256 * 2 ** zoom;
        const from = map.getPixelBounds().min;
        pen.setTransform(ratio, 0, 0, ratio, 0, 0);
        pen.clearRect(0, 0, size.x, size.y);
        const place = (lat, lon) => ({
          x: Officers.unitX(lon) * world - from.x, y: Officers.unitY(lat) * world - from.y });
        const metres = (count, lat) => count * world / (40075016.7 * Math.cos(lat * Math.PI / 180));
        draw(pen, place, size, metres);
      };
      const redraw = () => {
        if (asked) return;
        asked = true;
        requestAnimationFrame(paint);
      };
      map.on("move zoom viewreset moveend resize", () => { if (!empty) redraw(); });
      map.on("zoomanim", (event) => {
        const scale = map.getZoomScale(event.zoom, zoom);
        L.DomUtil.setTransform(canvas, map._latLngToNewLayerPoint(origin, event.zoom, event.center), scale);
      });
      return { redraw };
    },
  };
})();
