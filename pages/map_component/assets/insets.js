// Insets: areas too small to see or to click, magnified beside the map. Which ones is decided by their size on the screen.

import { html, say, svg } from "./dom.js";
import { short } from "./labels.js";
import { Sheet } from "./sheet.js";

const TINY = 11; // screen pixels across, below which nobody points at an area with ease
const WIDTH = 240; // of an inset on a wide screen, in pixels; on a phone two share the width
const SHAPE = 2 / 3; // its height to its width
const LEAST = 8; // how many times larger an inset shows its areas, at least and at most
const MOST = 12;
const ROOM = 1.15; // an inset is a little wider than what it is there for
const LETTERS = "ABCDEF";

const across = ({ bbox }) => Math.min(bbox[2] - bbox[0], bbox[3] - bbox[1]);
const middle = ({ bbox }) => [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2];

/** The box around some areas, `[left, top, right, bottom]`. */
const around = (areas) =>
  [Math.min, Math.min, Math.max, Math.max].map((pick, at) => pick(...areas.map(({ bbox }) => bbox[at])));

/** The tiny areas within reach of a point. */
const near = (tiny, [x, y], reach) =>
  tiny.filter((area) => {
    const [ax, ay] = middle(area);
    return Math.abs(ax - x) < reach / 2 && Math.abs(ay - y) < (reach * SHAPE) / 2;
  });

/**
 * Where insets are worth their room, most needed first: a list of `{view, tiny}`, `view` = `[x, y, width, height]`.
 * `areas` are `{code, bbox}` in drawing units, `units` of which are a screen pixel; `wide` is the screen's room in pixels.
 */
export function frames(areas, units, wide, most) {
  const room = Math.min(WIDTH, wide / 2) * units;
  const reach = room / LEAST;
  const need = (some) => some.reduce((sum, area) => sum + (TINY - across(area) / units) ** 2, 0);
  let tiny = areas.filter((area) => across(area) < TINY * units);
  const found = [];
  while (tiny.length && found.length < most) {
    const groups = tiny.map((area) => near(tiny, middle(area), reach));
    const best = groups.reduce((a, b) => (need(b) > need(a) ? b : a));
    const [left, top, right, bottom] = around(best);
    const width = Math.max((right - left) * ROOM, ((bottom - top) * ROOM) / SHAPE, room / MOST);
    const view = [(left + right - width) / 2, (top + bottom - width * SHAPE) / 2, width, width * SHAPE];
    found.push({ view: view.map(Math.round), tiny: best.map(({ code }) => code) });
    tiny = tiny.filter((area) => !best.includes(area));
  }
  return found;
}

const touches = ({ bbox }, [x, y, width, height]) =>
  bbox[0] < x + width && bbox[2] > x && bbox[1] < y + height && bbox[3] > y;
const holds = ({ c }, [x, y, width, height]) => c[0] > x && c[0] < x + width && c[1] > y && c[1] < y + height;

export class Insets {
  constructor(prefix) {
    this.prefix = prefix;
    this.sheets = [];
    this.outlines = svg("g", { class: "frames", "aria-hidden": "true" });
    this.title = html("p", { class: "insets-title" });
    this.list = html("div", { class: "inset-list" });
    this.root = html("div", { class: "insets", hidden: true }, this.title, this.list);
  }

  /** None until the next `fit`. */
  clear() {
    this.sheets = [];
    this.drawn = null;
  }

  /**
   * Magnify what is tiny in `main`, a `Sheet` at `units` drawing units a pixel, `wide` pixels of which are in sight.
   * At most `most` insets; `heading(codes)` names a group of tiny areas.
   */
  fit(main, { units, wide, most, heading }) {
    const areas = [...main.paths].map(([code, area]) => ({ ...area, code }));
    const wanted = frames(areas, units, wide, Math.min(most, LETTERS.length));
    const drawn = JSON.stringify(wanted);
    if (drawn !== this.drawn) {
      this.drawn = drawn;
      this.root.hidden = !wanted.length;
      const parts = wanted.map((frame, place) => this.#inset(main, frame, LETTERS[place], heading));
      this.sheets = parts.map(({ sheet }) => sheet);
      this.list.replaceChildren(...parts.map(({ figure }) => figure));
      for (const sheet of this.sheets) {
        sheet.paint(main.rows);
        sheet.dim(main.keep);
        sheet.fit();
      }
    }
    this.outlines.replaceChildren(...wanted.flatMap(({ view }, place) => outline(view, LETTERS[place], units)));
  }

  #inset(main, { view, tiny }, letter, heading) {
    const source = Object.fromEntries(main.paths);
    const codes = [...main.paths].filter(([, area]) => touches(area, view)).map(([code]) => code);
    const sheet = new Sheet(`${this.prefix}${letter}-`);
    sheet.build(source, codes, view, Object.values(source).filter((area) => holds(area, view)));
    sheet.svg.setAttribute("aria-hidden", "true"); // its areas are told by the map itself
    const caption = html("figcaption", {}, html("b"), html("span"));
    say(caption.firstChild, letter);
    say(caption.lastChild, heading(tiny));
    return { sheet, figure: html("figure", {}, sheet.svg, caption) };
  }

  paint(rows) {
    for (const sheet of this.sheets) sheet.paint(rows);
  }

  dim(keep) {
    for (const sheet of this.sheets) sheet.dim(keep);
  }

  mark(code) {
    for (const sheet of this.sheets) sheet.mark(code);
  }
}

/** The frame on the map that says where an inset is, with the inset's letter. */
function outline([x, y, width, height], letter, units) {
  const size = 11 * units;
  const text = svg("text", { x: x + width / 2, y: y - 0.35 * size, "font-size": size, "stroke-width": 2.6 * units });
  say(text, letter);
  return [svg("rect", { x, y, width, height }), text];
}

/** A few of the names that a group of areas has, the most frequent first. */
export function heading(names, most = 2) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const order = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => short(name));
  return order.slice(0, most).join(", ") + (order.length > most ? " …" : "");
}
