// Fills. A value is a plain colour; the other states are patterns, so that they differ without colour too.

import { svg } from "./dom.js";

const SIZE = 6; // of a pattern's tile, in pixels
const FINE = 4; // of the hatching for weak evidence
const PAPER = "#ffffff";
const INK = "#5f6770";

const line = (x1, y1, x2, y2, stroke = INK, width = 1.1) =>
  svg("line", { x1, y1, x2, y2, stroke, "stroke-width": width });
const paper = () => svg("rect", { width: SIZE, height: SIZE, fill: PAPER });

/** Falling lines, dark beside light: they show on every colour of a class, and lean against those of `hatch`. */
const falling = (shift, ...look) => [-FINE, 0, FINE].map((x) => line(x + shift - 1, -1, x + shift + FINE + 1, FINE + 1, ...look));

const DRAWN = {
  hatch: () => [paper(), line(-1, 7, 7, -1), line(-1, 1, 1, -1), line(5, 7, 7, 5)],
  cross: () => [paper(), line(0, 3, 6, 3), line(3, 0, 3, 6)],
  dots: () => [paper(), svg("circle", { cx: 3, cy: 3, r: 1.15, fill: INK })],
  weak: () => [...falling(0, "#16181a", 0.65), ...falling(0.9, "#ffffff", 0.65)],
};

/** A `<defs>` with the patterns, their ids starting with `prefix`; their tiles in pixels. */
export function patterns(prefix) {
  return svg(
    "defs",
    {},
    ...Object.entries(DRAWN).map(([name, strokes]) => {
      const size = name === "weak" ? FINE : SIZE;
      return svg("pattern", { id: prefix + name, width: size, height: size, patternUnits: "userSpaceOnUse" }, ...strokes());
    }),
  );
}

/** Keep the tiles the same size on the screen however far the map is zoomed. */
export function rescale(defs, unitsPerPixel) {
  for (const pattern of defs.children) pattern.setAttribute("patternTransform", `scale(${unitsPerPixel})`);
}

/** The `fill` of a legend entry: a colour as it is, a pattern by its id. */
export const fillOf = ({ fill }, prefix) => (fill in DRAWN ? `url(#${prefix}${fill})` : fill);

/** What lies over an area whose evidence is weak. */
export const weakFill = (prefix) => fillOf({ fill: "weak" }, prefix);

/** Black or white, whichever reads better on a colour `#rrggbb`. */
export function inkOn(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.18 ? "#16181a" : "#ffffff";
}

/** The patterns that swatches refer to, at their own size. */
export const swatchPatterns = (prefix) =>
  svg("svg", { width: 0, height: 0, class: "patterns", "aria-hidden": "true" }, patterns(`${prefix}key-`));

/** A little picture of one or two legend entries side by side, hatched where the evidence is `weak`. */
export function swatch(entries, prefix, weak = false) {
  const key = `${prefix}key-`;
  const width = 20 / entries.length;
  const halves = entries.map((entry, at) => svg("rect", { x: 1 + at * width, y: 1, width, height: 12, fill: fillOf(entry, key) }));
  const box = { x: 0.5, y: 0.5, width: 21, height: 13, rx: 2, class: "outline", fill: weak ? weakFill(key) : "none" };
  return svg("svg", { class: "swatch", width: 22, height: 14, "aria-hidden": "true" }, ...halves, svg("rect", box));
}
