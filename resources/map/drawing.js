// How marks look: dots, pins, labels, lines. Draws on a 2D context, knows nothing of Leaflet or data.
"use strict";

const Drawing = (() => {
  const FADES = [1, 0.85, 0.7, 0.55];
  const KINDS = ["available", "en_route", "on_scene", "stale"];
  const FONT = "'DejaVu Sans', 'Segoe UI', 'Noto Sans', sans-serif";
  const HIDDEN_SIGNS = new RegExp(
    "[\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]", "g");

  // Signs without a shape can make a name read as another one: they are shown by their number.
  function visible(text, longest) {
    const shown = String(text).replace(HIDDEN_SIGNS, (sign) =>
      "\u2039U+" + sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0") + "\u203a");
    return shown.length > longest ? shown.slice(0, longest - 1) + "\u2026" : shown;
  }

  // Shape says the status too: dot = available, dot with an eye = en route, square = on scene, ring = old.
  function drawMark(g, kind, x, y, radius, colours) {
    g.beginPath();
    if (kind === "on_scene") g.roundRect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8, 2);
    else g.arc(x, y, radius, 0, 7);
    if (kind === "stale") {
      g.lineWidth = 3.4;
      g.strokeStyle = colours.edge;
      g.stroke();
      g.lineWidth = 1.8;
      g.strokeStyle = colours.stale;
      g.stroke();
      return;
    }
    g.lineWidth = 3;
    g.strokeStyle = colours.edge;
    g.stroke();
    g.fillStyle = colours[kind];
    g.fill();
    if (kind === "en_route") {
      g.beginPath();
      g.arc(x, y, radius * 0.36, 0, 7);
      g.fillStyle = colours.edge;
      g.fill();
    }
  }

  function drawPin(g, x, y, scale, fill, ink, ring, number) {
    const r = 12.5 * scale;
    const cy = y - 27 * scale;
    g.beginPath();
    g.moveTo(x, y);
    g.bezierCurveTo(x - r * 0.3, y - 10 * scale, x - r, cy + r * 0.75, x - r, cy);
    g.arc(x, cy, r, Math.PI, 0);
    g.bezierCurveTo(x + r, cy + r * 0.75, x + r * 0.3, y - 10 * scale, x, y);
    g.closePath();
    g.lineJoin = "round";
    g.lineWidth = ring.width;
    g.strokeStyle = ring.colour;
    g.stroke();
    g.fillStyle = fill;
    g.fill();
    if (!number) return;
    const px = number.length > 3 ? 9.5 : number.length > 2 ? 10 : 12.5;
    g.font = `bold ${px * scale}px ${FONT}`;
    g.textAlign = "center";
    g.textBaseline = "middle";
    g.fillStyle = ink;
    g.fillText(number, x, cy + 0.5, r * 1.9);
  }

  // A dashed ring around a pin's head.
  function drawUnsure(g, x, y, scale, colour) {
    g.setLineDash([4, 3]);
    g.lineWidth = 2;
    g.strokeStyle = colour;
    g.beginPath();
    g.arc(x, y - 27 * scale, 16.5 * scale, 0, 7);
    g.stroke();
    g.setLineDash([]);
  }

  // The signs of the past (tracks.js) in small: a cross for an impossible jump, a diamond for a made up place.
  function drawDoubt(g, kind, x, y, colours) {
    g.beginPath();
    g.arc(x, y, 6.5, 0, 7);
    g.fillStyle = colours.edge;
    g.fill();
    g.beginPath();
    if (kind === "jump") {
      g.moveTo(x - 3, y - 3);
      g.lineTo(x + 3, y + 3);
      g.moveTo(x + 3, y - 3);
      g.lineTo(x - 3, y + 3);
    } else {
      g.moveTo(x, y - 4);
      g.lineTo(x + 4, y);
      g.lineTo(x, y + 4);
      g.lineTo(x - 4, y);
      g.closePath();
    }
    g.lineWidth = 2;
    g.strokeStyle = colours.warn;
    g.stroke();
  }

  function setLabelFont(g, strong) {
    g.font = `${strong ? 13 : 11.5}px ${FONT}`;
    g.textAlign = "left";
    g.textBaseline = "middle";
  }

  function drawLabel(g, text, x, y, colour, halo) {
    g.lineJoin = "round";
    g.lineWidth = 4;
    g.strokeStyle = halo;
    g.strokeText(text, x, y);
    g.fillStyle = colour;
    g.fillText(text, x, y);
  }

  function drawDashes(g, from, to, colour) {
    g.setLineDash([7, 5]);
    g.lineWidth = 2;
    g.strokeStyle = colour;
    g.globalAlpha = 0.85;
    g.beginPath();
    g.moveTo(from.x, from.y);
    g.lineTo(to.x, to.y);
    g.stroke();
    g.globalAlpha = 1;
    g.setLineDash([]);
  }

  function drawRing(g, x, y, radius, colour) {
    g.setLineDash([6, 6]);
    g.lineWidth = 1.5;
    g.strokeStyle = colour;
    g.globalAlpha = 0.8;
    g.beginPath();
    g.arc(x, y, radius, 0, 7);
    g.stroke();
    g.globalAlpha = 1;
    g.setLineDash([]);
  }

  // Boxes already taken; a label keeps off all of them, one that must be seen at least off the `hard` ones.
  class Occupied {
    constructor() { this.boxes = []; }
    add(left, top, right, bottom, hard) { this.boxes.push([left, top, right, bottom, hard]); }
    free(left, top, right, bottom, hardOnly) {
      return !this.boxes.some((b) => left < b[2] && b[0] < right && top < b[3] && b[1] < bottom
        && (b[4] || !hardOnly));
    }
  }

  return {
    FADES, KINDS, visible, drawMark, drawPin, drawUnsure, drawDoubt, setLabelFont, drawLabel, drawDashes, drawRing,
    Occupied,
  };
})();
