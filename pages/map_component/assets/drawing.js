// The map's picture: its areas, the provinces around or over them, and insets for what is too small.

import { set, svg } from "./dom.js";
import { frame } from "./geometry.js";
import { heading, Insets } from "./insets.js";
import { Sheet } from "./sheet.js";

export class Drawing {
  constructor(prefix) {
    this.sheet = new Sheet(prefix, { role: "button", tabindex: -1 });
    this.insets = new Insets(prefix);
    this.provinces = svg("g", { class: "provinces" });
    this.svg = this.sheet.svg;
    this.svg.setAttribute("role", "group");
    this.svg.setAttribute("class", "drawing");
    this.svg.insertBefore(this.insets.outlines, this.sheet.labels);
  }

  get paths() {
    return this.sheet.paths;
  }

  /** Draw the areas of `rows` from `layer`, zoomed to `focus`; paths are kept while layer, level and focus stay. */
  show(layer, data, rows, describe) {
    const wanted = `${data.geometry} ${data.level} ${data.focus}`;
    const anew = wanted !== this.shown;
    this.shown = wanted;
    if (anew) this.#build(layer, data, rows);
    this.paint(rows, describe);
    if (anew) this.fit();
    set(this.svg, "aria-label", data.label);
  }

  /** Colour the areas that are drawn; `describe(row)` tells each to who does not see it. */
  paint(rows, describe) {
    this.rows = rows;
    this.sheet.paint(rows);
    this.insets.paint(rows);
    for (const [code, { path }] of this.paths) set(path, "aria-label", describe(rows.get(code)));
  }

  #build(layer, { level, focus }, rows) {
    const source = level === "provinsi" ? layer.provinces : layer.regions;
    // By code, not by figure as the rows come: the same areas are tabbed and magnified under every filter.
    const codes = [...rows.keys()].filter((code) => code in source).sort();
    const view = frame(layer, focus);
    this.focus = focus;
    // Five hundred names fit nowhere: the nation is named by its provinces.
    this.sheet.build(source, codes, view, focus ? codes.map((code) => source[code]) : Object.values(layer.provinces));
    this.insets.clear();
    const outlines = level === "provinsi" && !focus ? [] : Object.entries(layer.provinces);
    this.provinces.replaceChildren(
      ...outlines.map(([code, { d }]) => svg("path", { d, class: code === focus ? "own" : "other" })),
    );
    // Neighbours of a province lie under its cells; in the national view the outlines lie over them.
    if (focus) this.sheet.areas.before(this.provinces);
    else this.sheet.hatching.after(this.provinces);
    this.svg.style.aspectRatio = `${view[2]} / ${view[3]}`;
  }

  /** Fit patterns, labels and insets to the size on the screen. */
  fit() {
    const units = this.sheet.fit();
    if (!units) return;
    const wide = this.svg.parentElement.clientWidth;
    const most = this.focus ? 6 : 4;
    const named = (codes) => heading(codes.map((code) => this.#place(code)));
    this.insets.fit(this.sheet, { units, wide, most, heading: named });
  }

  /** What names an area in an inset's caption: its province in the national view, else its own name. */
  #place(code) {
    const { name, within } = this.rows.get(code);
    return within || name;
  }

  mark(code) {
    this.sheet.mark(code);
    this.insets.mark(code);
  }

  dim(keep) {
    this.sheet.dim(keep);
    this.insets.dim(keep);
  }
}
