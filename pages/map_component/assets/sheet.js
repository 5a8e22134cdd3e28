// One picture of areas: the whole map, or an inset. One path an area, one path for all hatching over them.

import { set, svg } from "./dom.js";
import { labels } from "./labels.js";
import { fillOf, patterns, rescale, weakFill } from "./paint.js";

export class Sheet {
  /** `prefix` starts the ids of the patterns; `each` are attributes that every area gets. */
  constructor(prefix, each = {}) {
    this.prefix = prefix;
    this.each = each;
    this.defs = patterns(prefix);
    this.areas = svg("g", { class: "areas" });
    this.hatching = svg("path", { class: "hatching", fill: weakFill(prefix) });
    this.ring = svg("path", { class: "ring" });
    this.labels = svg("g", { class: "labels", "aria-hidden": "true" });
    this.svg = svg("svg", {}, this.defs, this.areas, this.hatching, this.ring, this.labels);
    this.paths = new Map();
  }

  /** Draw the outlines of `codes` from `source` in the part `view` of the drawing; `named` are those with a label. */
  build(source, codes, view, named) {
    this.view = view;
    this.named = named;
    this.paths = new Map(
      codes.map((code) => [
        code,
        { ...source[code], path: svg("path", { d: source[code].d, "data-code": code, ...this.each }) },
      ]),
    );
    this.areas.replaceChildren(...[...this.paths.values()].map(({ path }) => path));
    this.svg.setAttribute("viewBox", view.join(" "));
    this.keep = null;
    this.mark(null);
  }

  /** Colour the areas as `rows` say (a Map from code to `{entry, weak}`). */
  paint(rows) {
    this.rows = rows;
    for (const [code, { path }] of this.paths) {
      const { entry } = rows.get(code);
      set(path, "fill", fillOf(entry, this.prefix));
      set(path, "class", `area ${entry.state}`);
      path.dataset.mark = entry.key;
    }
    this.dim(this.keep);
  }

  /** Fade all but the areas that `keep` accepts (null = fade none). Faded areas are not hatched. */
  dim(keep) {
    this.keep = keep;
    let hatched = "";
    for (const [code, { path, d }] of this.paths) {
      const faded = Boolean(keep) && !keep(code);
      path.classList.toggle("faded", faded);
      if (this.rows.get(code).weak && !faded) hatched += d;
    }
    set(this.hatching, "d", hatched);
  }

  /** Ring one area (null, or one that is not here = none). */
  mark(code) {
    set(this.ring, "d", this.paths.get(code)?.d ?? "");
  }

  /** Fit patterns and labels to the size on the screen: drawing units a screen pixel, null while not on the screen. */
  fit() {
    const box = this.svg.getBoundingClientRect();
    if (!this.view || !box.width) return null;
    const units = Math.max(this.view[2] / box.width, this.view[3] / box.height);
    rescale(this.defs, units);
    this.labels.replaceChildren(...labels(this.named, this.view, units));
    return units;
  }
}
