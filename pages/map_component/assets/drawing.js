// The picture: one path an area, one text an area where there is room for it.

import { say, svg } from "./dom.js";
import { frame } from "./geometry.js";
import { fillOf, patterns, rescale } from "./paint.js";

const SIZES = [11, 10]; // of a label's letters, screen pixels
const LETTER = 0.5; // average width of a letter, and height of a line, in letter sizes
const LINE = 1.15;

/** `Kabupaten Kulon Progo` as a map prints it: the type word only where it tells two apart. */
const short = (name) => name.replace(/^Kabupaten( Administrasi)? |^Provinsi /, "");

/** A name in the fewest and largest lines that `width` × `height` screen pixels hold: `{lines, size, longest}`, or null. */
function setting(name, width, height) {
  const broken = name.match(/^(\S+) (.+)$/)?.slice(1) ?? [name];
  for (const lines of [[name], broken]) {
    const longest = Math.max(...lines.map((line) => line.length));
    const size = SIZES.find((each) => longest * LETTER * each < width && lines.length * LINE * each < height);
    if (size) return { lines, size, longest };
  }
  return null;
}

const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

export class Drawing {
  constructor() {
    this.defs = patterns("ikrar-");
    this.provinces = svg("g", { class: "provinces" });
    this.areas = svg("g", { class: "areas" });
    this.labels = svg("g", { class: "labels", "aria-hidden": "true" });
    this.ring = svg("path", { class: "ring" });
    this.svg = svg("svg", { role: "group", class: "drawing" }, this.defs);
    this.svg.append(this.provinces, this.areas, this.ring, this.labels);
    this.paths = new Map();
  }

  /** Draw the areas of `rows` from `layer`, zoomed to `focus`; paths are kept while layer, level and focus stay. */
  show(layer, data, rows, describe) {
    const wanted = `${data.geometry} ${data.level} ${data.focus}`;
    if (wanted !== this.shown) {
      this.shown = wanted;
      this.#build(layer, data, rows);
    }
    for (const [code, { path }] of this.paths) {
      const row = rows.get(code);
      const fill = fillOf(row.entry, "ikrar-");
      if (path.getAttribute("fill") !== fill) path.setAttribute("fill", fill);
      const kind = `area ${row.entry.state}`;
      if (path.getAttribute("class") !== kind) path.setAttribute("class", kind);
      const label = describe(row);
      if (path.getAttribute("aria-label") !== label) path.setAttribute("aria-label", label);
      path.dataset.mark = row.entry.key;
    }
    this.svg.setAttribute("aria-label", data.label);
  }

  #build(layer, { level, focus }, rows) {
    const source = level === "provinsi" ? layer.provinces : layer.regions;
    const drawn = [...rows.keys()].filter((code) => code in source);
    this.view = frame(layer, focus);
    // Five hundred names fit nowhere: the nation is named by its provinces.
    this.named = Object.values(focus ? Object.fromEntries(drawn.map((code) => [code, source[code]])) : layer.provinces);
    this.paths = new Map(
      drawn.map((code) => [
        code,
        { ...source[code], path: svg("path", { d: source[code].d, role: "button", tabindex: -1, "data-code": code }) },
      ]),
    );
    this.areas.replaceChildren(...[...this.paths.values()].map(({ path }) => path));
    const outlines = level === "provinsi" && !focus ? [] : Object.entries(layer.provinces);
    this.provinces.replaceChildren(
      ...outlines.map(([code, { d }]) => svg("path", { d, class: code === focus ? "own" : "other" })),
    );
    // Neighbours of a province lie under its cells; in the national view the outlines lie over them.
    if (focus) this.areas.before(this.provinces);
    else this.areas.after(this.provinces);
    this.svg.setAttribute("viewBox", this.view.join(" "));
    this.svg.style.aspectRatio = `${this.view[2]} / ${this.view[3]}`;
    this.mark(null);
    this.fit();
  }

  /** Fit patterns and labels to the size on the screen. */
  fit() {
    const box = this.svg.getBoundingClientRect();
    if (!this.view || !box.width) return;
    const units = Math.max(this.view[2] / box.width, this.view[3] / box.height);
    rescale(this.defs, units);
    const texts = [];
    const taken = [];
    for (const { n, c, bbox } of this.named) {
      const set = setting(short(n), (bbox[2] - bbox[0]) / units, (bbox[3] - bbox[1]) / units);
      if (!set) continue;
      const size = set.size * units;
      const [w, h] = [set.longest * LETTER * size, set.lines.length * LINE * size];
      const box = [c[0] - w / 2, c[1] - h / 2, c[0] + w / 2, c[1] + h / 2];
      if (taken.some((other) => overlap(other, box))) continue;
      taken.push(box);
      const text = svg("text", { "font-size": size, "stroke-width": 2.6 * units });
      set.lines.forEach((line, place) => {
        const y = c[1] + (place - (set.lines.length - 1) / 2) * LINE * size;
        const span = svg("tspan", { x: c[0], y });
        say(span, line);
        text.append(span);
      });
      texts.push(text);
    }
    this.labels.replaceChildren(...texts);
  }

  /** Ring one area (null = none). */
  mark(code) {
    const area = this.paths.get(code);
    this.ring.setAttribute("d", area ? area.d : "");
  }

  /** Fade all but the areas that `keep` accepts (null = fade none). */
  dim(keep) {
    for (const [code, { path }] of this.paths) path.classList.toggle("faded", Boolean(keep) && !keep(code));
  }
}
