// Officers as columns of numbers: ten thousand move, are found and drawn within one frame.
"use strict";

class Officers {
  constructor() {
    this.count = 0;
    this.ids = [];
    this.labels = [];
    this.slotOf = new Map();
    this._grow(1024);
  }

  _grow(capacity) {
    for (const name of ["lat", "lon", "x", "y", "fixed", "age", "sx", "sy"]) {
      this[name] = this._copy(new Float64Array(capacity), this[name]);
    }
    for (const name of ["status", "kind", "fade"]) this[name] = this._copy(new Uint8Array(capacity), this[name]);
    this.seen = new Int32Array(capacity);
    this.seenCount = 0;
    this.capacity = capacity;
  }

  _copy(fresh, old) {
    if (old) fresh.set(old);
    return fresh;
  }

  // change: {named: [[slot, id, label]], gone: [slot], first, slots, lat, lon, age, status: base64 columns};
  // no slots: `first` and those that follow it.
  // Python owns the slot numbers, a slot whose status is EMPTY holds nobody.
  apply(change) {
    for (const slot of change.gone) {
      this.slotOf.delete(this.ids[slot]);
      this.status[slot] = Officers.EMPTY;
    }
    for (const [slot, id, label] of change.named) {
      if (slot >= this.capacity) this._grow(Math.max(slot + 1, this.capacity * 2));
      this.ids[slot] = id;
      this.labels[slot] = label;
      this.slotOf.set(id, slot);
      this.count = Math.max(this.count, slot + 1);
    }
    const slots = change.slots ? new Int32Array(Officers.bytes(change.slots)) : null;
    const lat = new Float32Array(Officers.bytes(change.lat));
    const lon = new Float32Array(Officers.bytes(change.lon));
    const age = new Float32Array(Officers.bytes(change.age));
    const status = new Uint8Array(Officers.bytes(change.status));
    for (let i = 0; i < status.length; i++) {
      const slot = slots ? slots[i] : change.first + i;
      this.lat[slot] = lat[i];
      this.lon[slot] = lon[i];
      this.x[slot] = Officers.unitX(lon[i]);
      this.y[slot] = Officers.unitY(lat[i]);
      this.fixed[slot] = change.now - age[i] * 1000;
      this.status[slot] = status[i];
    }
  }

  // Where everyone stands in the window and how old the position is; leaves who is in sight in `seen`, and in how
  // many ms the next position turns old in `nextOld`.
  // view: {world, from, size}; half: pixels a mark reaches beyond its point.
  look(view, now, staleAfter, half) {
    const right = view.size.x + half;
    const bottom = view.size.y + half;
    let seen = 0;
    this.nextOld = Infinity;
    for (let slot = 0; slot < this.count; slot++) {
      const status = this.status[slot];
      if (status === Officers.EMPTY) continue;
      const age = this.age[slot] = now - this.fixed[slot];
      const old = age >= staleAfter;
      if (!old && staleAfter - age < this.nextOld && status < Officers.OFF_DUTY) this.nextOld = staleAfter - age;
      this.kind[slot] = old || status === Officers.OFF_DUTY ? Officers.STALE : status;
      const sx = this.sx[slot] = this.x[slot] * view.world - view.from.x;
      const sy = this.sy[slot] = this.y[slot] * view.world - view.from.y;
      if (sx < -half || sy < -half || sx > right || sy > bottom) continue;
      this.fade[slot] = old || age < 60000 ? 0 : Math.min(3, 1 + Math.floor(3 * (age - 60000) / staleAfter));
      this.seen[seen++] = slot;
    }
    this.seenCount = seen;
  }

  // Officers by legend entry, old positions counted as old whatever their status says.
  counts(now, staleAfter) {
    const counts = [0, 0, 0, 0];
    for (let slot = 0; slot < this.count; slot++) {
      const status = this.status[slot];
      if (status >= Officers.OFF_DUTY) continue;
      counts[now - this.fixed[slot] >= staleAfter ? Officers.STALE : status] += 1;
    }
    return counts;
  }

  // Ids of those drawn old, as of the last look: what is on screen, not what would be true now.
  drawnOld() {
    return this.ids.filter((id, slot) => slot < this.count && this.status[slot] < Officers.OFF_DUTY
      && this.kind[slot] === Officers.STALE);
  }

  // One officer as a value, or undefined.
  of(id) {
    const slot = this.slotOf.get(id);
    if (slot === undefined) return undefined;
    return { slot, id, label: this.labels[slot] || id, lat: this.lat[slot], lon: this.lon[slot], x: this.x[slot],
      y: this.y[slot], status: this.status[slot], kind: this.kind[slot], age: this.age[slot] };
  }

  nearest(point, within) {
    let best = null;
    let least = within * within;
    for (let i = 0; i < this.seenCount; i++) {
      const slot = this.seen[i];
      const d = (this.sx[slot] - point.x) ** 2 + (this.sy[slot] - point.y) ** 2;
      if (d <= least) { least = d; best = this.ids[slot]; }
    }
    return best;
  }

  // Without a text in between where the engine can: a third of what a refresh leaves to be swept.
  static bytes(base64) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64).buffer;
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes.buffer;
  }

  static unitX(lon) { return (lon + 180) / 360; }

  static unitY(lat) {
    const sine = Math.sin(Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI / 180);
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }
}
Officers.STALE = 3;
Officers.OFF_DUTY = 3;
Officers.EMPTY = 255;
