// Positions that something speaks against: a sign at the mark of a unit whose fixes leap about or were made up.
"use strict";

LiveLayer.include({
  // doubts: {unit id: "jump" | "mock"}
  doubt(doubts) {
    this._doubts = new Map(Object.entries(doubts || {}));
    this.redraw();
  },

  _drawDoubts(g, view) {
    for (const [id, kind] of this._doubts) {
      const officer = this._officers.of(id);
      if (!officer || officer.status >= Officers.OFF_DUTY) continue;
      const { x, y } = this._place(officer, view);
      if (x < -20 || y < -20 || x > view.size.x + 20 || y > view.size.y + 20) continue;
      Drawing.drawDoubt(g, kind, x + 7, y - 7, this._colours);
    }
  },
});

Overlays.add("doubts", (map, tell, layer) => ({ show(payload) { layer.doubt(payload); } }));
