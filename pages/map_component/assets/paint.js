// Fills. A value is a plain colour; the other states are patterns, so that they differ without colour too.

import { svg } from "./dom.js";

const SIZE = 6;
const PAPER = "#ffffff";
const INK = "#5f6770";

const line = (x1, y1, x2, y2) => svg("line", { x1, y1, x2, y2, stroke: INK, "stroke-width": 1.1 });

const DRAWN = {
  hatch: () => [line(-1, 7, 7, -1), line(-1, 1, 1, -1), line(5, 7, 7, 5)],
  cross: () => [line(0, 3, 6, 3), line(3, 0, 3, 6)],
  dots: () => [svg("circle", { cx: 3, cy: 3, r: 1.15, fill: INK })],
};

/** A `<defs>` with the three patterns, their ids starting with `prefix`; tiles are 6 units wide. */
export function patterns(prefix) {
  return svg(
    "defs",
    {},
    ...Object.entries(DRAWN).map(([name, strokes]) =>
      svg(
        "pattern",
        { id: prefix + name, width: SIZE, height: SIZE, patternUnits: "userSpaceOnUse" },
        svg("rect", { width: SIZE, height: SIZE, fill: PAPER }),
        ...strokes(),
      ),
    ),
  );
}

/** Keep the tiles the same size on the screen however far the map is zoomed. */
export function rescale(defs, unitsPerPixel) {
  for (const pattern of defs.children) pattern.setAttribute("patternTransform", `scale(${unitsPerPixel})`);
}

/** The `fill` of a legend entry: a colour as it is, a pattern by its id. */
export const fillOf = (entry, prefix) => (entry.fill in DRAWN ? `url(#${prefix}${entry.fill})` : entry.fill);

/** The patterns that swatches refer to, at their own size; one for the whole component. */
export const swatchPatterns = () => svg("svg", { width: 0, height: 0, class: "patterns", "aria-hidden": "true" }, patterns("key-"));

/** A legend entry's little picture. */
export function swatch(entry) {
  const box = { x: 0.5, y: 0.5, width: 21, height: 13, rx: 2, fill: fillOf(entry, "key-"), class: "outline" };
  return svg("svg", { class: "swatch", width: 22, height: 14, "aria-hidden": "true" }, svg("rect", box));
}
