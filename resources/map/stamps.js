// Dots by the thousand: every kind of dot is computed once as pixels, then stamped into one picture.
"use strict";

class Stamps {
  // radius in CSS pixels; ratio: device pixels per CSS pixel
  constructor(colours, radius, ratio) {
    this.reach = Math.ceil((radius + 2) * ratio);
    this.stamps = [];
    this.pictures = [];
    for (let kind = 0; kind < Drawing.KINDS.length; kind++) {
      for (const fade of Drawing.FADES) this._make(Drawing.KINDS[kind], radius, ratio, colours, fade);
    }
  }

  _make(kind, radius, ratio, colours, fade) {
    const side = this.reach * 2 + 1;
    const pixels = new ImageData(side, side);
    const core = { fill: Stamps.rgb(colours[kind]), edge: Stamps.rgb(colours.edge), ground: Stamps.rgb(colours.halo) };
    const stamp = [];
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const [r, g, b, a] = Stamps.pixel(kind, (x - this.reach) / ratio, (y - this.reach) / ratio, radius, ratio, core);
        const alpha = Math.round(a * fade * 255);
        if (!alpha) continue;
        pixels.data.set([r, g, b, alpha], (y * side + x) * 4);
        if (a < 0.5) continue;
        const [sr, sg, sb] = [r, g, b].map((c, i) => Math.round(c * fade + core.ground[i] * (1 - fade)));
        stamp.push(x - this.reach, y - this.reach, 255 << 24 | sb << 16 | sg << 8 | sr);
      }
    }
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = side;
    canvas.getContext("2d").putImageData(pixels, 0, 0);
    this.pictures.push(canvas);
    this.stamps.push(stamp);
  }

  // Colour and cover of one pixel from 4 x 4 samples; shapes as in Drawing.drawMark.
  static pixel(kind, x, y, radius, ratio, core) {
    let fill = 0;
    let edge = 0;
    for (let i = 0; i < 16; i++) {
      const dx = x + ((i % 4) - 1.5) / 4 / ratio;
      const dy = y + (Math.floor(i / 4) - 1.5) / 4 / ratio;
      const part = Stamps.part(kind, dx, dy, radius);
      if (part === 1) edge += 1;
      else if (part === 2) fill += 1;
    }
    const both = fill + edge;
    if (!both) return [0, 0, 0, 0];
    const mix = (i) => Math.round((core.fill[i] * fill + core.edge[i] * edge) / both);
    return [mix(0), mix(1), mix(2), both / 16];
  }

  // 0 nothing, 1 edge, 2 fill
  static part(kind, dx, dy, radius) {
    const far = Math.hypot(dx, dy);
    if (kind === "stale") {
      const off = Math.abs(far - radius * 0.75);
      return off <= 0.9 ? 2 : off <= 1.7 ? 1 : 0;
    }
    if (kind === "on_scene") {
      const side = Math.max(Math.abs(dx), Math.abs(dy));
      const corner = Math.abs(dx) + Math.abs(dy);
      if (side <= radius * 0.9 && corner <= radius * 1.62) return 2;
      return side <= radius * 0.9 + 1.4 && corner <= radius * 1.62 + 2 ? 1 : 0;
    }
    if (kind === "en_route" && far <= radius * 0.36) return 1;
    return far <= radius ? 2 : far <= radius + 1.4 ? 1 : 0;
  }

  static rgb(colour) {
    return [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
  }

  // Copies pictures one by one: best while there are few, whatever the size of the window.
  copyEach(g, officers, order, ratio) {
    g.setTransform(1, 0, 0, 1, 0, 0);
    for (const kind of order) {
      for (let i = 0; i < officers.seenCount; i++) {
        const slot = officers.seen[i];
        if (officers.kind[slot] !== kind) continue;
        g.drawImage(this.pictures[kind * 4 + officers.fade[slot]],
          Math.round(officers.sx[slot] * ratio) - this.reach, Math.round(officers.sy[slot] * ratio) - this.reach);
      }
    }
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  // Stamps pixels into one picture and hands it over whole: best when there are thousands. Stamped pixels are
  // opaque, fading is mixed into their colour: reading back what lies under each would cost more than the rest.
  stampAll(g, officers, order, ratio) {
    const pad = this.reach * 2 + 2;
    const across = g.canvas.width + 2 * pad;
    const down = g.canvas.height + 2 * pad;
    if (!this.sheet || this.sheet.width !== across || this.sheet.height !== down) {
      this.sheet = new ImageData(across, down);
      this.words = new Int32Array(this.sheet.data.buffer);
      this.laid = this.stamps.map((stamp) => Stamps.lay(stamp, across));
    }
    const words = this.words.fill(0);
    for (const kind of order) {
      for (let i = 0; i < officers.seenCount; i++) {
        const slot = officers.seen[i];
        if (officers.kind[slot] !== kind) continue;
        const at = (Math.round(officers.sy[slot] * ratio) + pad) * across + Math.round(officers.sx[slot] * ratio) + pad;
        const { steps, colours } = this.laid[kind * 4 + officers.fade[slot]];
        for (let p = 0; p < steps.length; p++) words[at + steps[p]] = colours[p];
      }
    }
    g.putImageData(this.sheet, -pad, -pad);
  }

  static lay(stamp, across) {
    const steps = new Int32Array(stamp.length / 3);
    const colours = new Int32Array(stamp.length / 3);
    for (let p = 0; p < steps.length; p++) {
      steps[p] = stamp[p * 3 + 1] * across + stamp[p * 3];
      colours[p] = stamp[p * 3 + 2];
    }
    return { steps, colours };
  }
}
