// The heat map: classed density under the marks, soft between cells, coarser where cells are smaller than a pixel.
"use strict";

// One column above the marks' legend for the legends of layers.
const legendsOf = (map) => {
  const container = map.getContainer();
  let legends = container.querySelector(".legends");
  if (!legends) {
    legends = document.createElement("div");
    legends.className = "legends";
    container.appendChild(legends);
  }
  return legends;
};

Overlays.add("heat", (map) => {
  const STEP = 2;
  const LEAST_CELL_PX = 1.5;
  let shown = null;
  let mips = [];
  const scratch = document.createElement("canvas");
  const chip = document.createElement("div");
  chip.className = "chip chip-heat";
  chip.hidden = true;
  legendsOf(map).appendChild(chip);
  L.DomEvent.disableClickPropagation(chip);

  const theme = () => (document.documentElement.dataset.theme === "light" ? "light" : "dark");

  const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

  // Each level halves rows and columns: the mean of four cells.
  const halved = ({ rows, columns, cells }) => {
    const high = Math.ceil(rows / 2);
    const wide = Math.ceil(columns / 2);
    const half = new Float32Array(high * wide);
    for (let r = 0; r < high; r++) {
      for (let c = 0; c < wide; c++) {
        let sum = 0;
        for (const [dr, dc] of [[0, 0], [0, 1], [1, 0], [1, 1]]) {
          const row = 2 * r + dr;
          const column = 2 * c + dc;
          if (row < rows && column < columns) sum += cells[row * columns + column];
        }
        half[r * wide + c] = sum / 4;
      }
    }
    return { rows: high, columns: wide, cells: half };
  };

  const read = (payload) => {
    const text = atob(payload.levels);
    const cells = new Float32Array(text.length);
    for (let i = 0; i < text.length; i++) cells[i] = text.charCodeAt(i);
    mips = [{ rows: payload.rows, columns: payload.columns, cells }];
    while (mips.length < 6 && Math.min(mips.at(-1).rows, mips.at(-1).columns) > 8) mips.push(halved(mips.at(-1)));
  };

  const value = (mip, row, column) => {
    const r = Math.floor(row);
    const c = Math.floor(column);
    if (r < -1 || c < -1 || r >= mip.rows || c >= mip.columns) return 0;
    const at = (y, x) => (y < 0 || x < 0 || y >= mip.rows || x >= mip.columns ? 0 : mip.cells[y * mip.columns + x]);
    const up = row - r;
    const side = column - c;
    return (at(r, c) * (1 - side) + at(r, c + 1) * side) * (1 - up)
      + (at(r + 1, c) * (1 - side) + at(r + 1, c + 1) * side) * up;
  };

  const draw = (g, place, size) => {
    if (!shown || !mips.length) return;
    const { south, west, step_lat: stepLat, step_lon: stepLon, rows, columns, per_class: perClass } = shown;
    const low = place(south, west);
    const high = place(south + rows * stepLat, west + columns * stepLon);
    const left = Math.max(0, Math.floor(low.x));
    const right = Math.min(size.x, Math.ceil(high.x));
    const top = Math.max(0, Math.floor(high.y));
    const bottom = Math.min(size.y, Math.ceil(low.y));
    if (right <= left || bottom <= top) return;
    const cellPx = (high.x - low.x) / columns;
    const level = Math.max(0, Math.min(mips.length - 1, Math.ceil(Math.log2(LEAST_CELL_PX / cellPx))));
    const mip = mips[level];
    const times = 2 ** level;
    const wide = Math.ceil((right - left) / STEP);
    const tall = Math.ceil((bottom - top) / STEP);
    scratch.width = wide;
    scratch.height = tall;
    const pen = scratch.getContext("2d");
    const picture = pen.createImageData(wide, tall);
    const inks = shown.ramps[theme()].map(rgb);
    const world = (low.y - high.y) / (Officers.unitY(south) - Officers.unitY(south + rows * stepLat));
    for (let y = 0; y < tall; y++) {
      const unit = Officers.unitY(south) + (top + (y + 0.5) * STEP - low.y) / world;
      const lat = Math.atan(Math.sinh(Math.PI * (1 - 2 * unit))) * 180 / Math.PI;
      const row = (lat - south) / stepLat / times - 0.5;
      for (let x = 0; x < wide; x++) {
        const column = (left + (x + 0.5) * STEP - low.x) / cellPx / times - 0.5;
        const kind = Math.min(inks.length, Math.floor(value(mip, row, column) / perClass));
        if (kind < 1) continue;
        const ink = inks[kind - 1];
        const at = (y * wide + x) * 4;
        picture.data[at] = ink[0];
        picture.data[at + 1] = ink[1];
        picture.data[at + 2] = ink[2];
        picture.data[at + 3] = shown.alphas[theme()][kind - 1];
      }
    }
    pen.putImageData(picture, 0, 0);
    g.imageSmoothingEnabled = true;
    g.drawImage(scratch, left, top, wide * STEP, tall * STEP);
  };

  const layer = Overlays.canvas(map, "heat", 390, draw, () => !shown || !mips.length);

  const element = (tag, name, text) => {
    const made = document.createElement(tag);
    made.className = name;
    if (text) made.textContent = text;
    return made;
  };

  const fillChip = () => {
    chip.hidden = !shown || shown.beside === true;
    if (chip.hidden) return;
    const rows = [element("span", "title", shown.legend.title)];
    shown.legend.classes.forEach((text, i) => {
      const entry = element("span", "entry", "");
      const swatch = element("span", "swatch", "");
      swatch.style.background = shown.ramps[theme()][i];
      entry.append(swatch, element("span", "", text));
      rows.push(entry);
    });
    rows.push(element("span", "unit", shown.legend.unit), element("span", "made", shown.legend.made));
    chip.replaceChildren(...rows);
  };

  return {
    // payload: {levels (base64), rows, columns, south, west, step_lat, step_lon, per_class, ramps, alphas, legend} or
    // {legend} alone when there is too little to draw; `beside` when a panel shows the legend; null takes it away.
    show(payload) {
      shown = payload;
      mips = [];
      if (shown && shown.levels) read(shown);
      fillChip();
      layer.redraw();
    },
    setColours() { fillChip(); layer.redraw(); },
  };
});
