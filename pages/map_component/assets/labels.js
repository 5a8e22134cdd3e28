// Names on the map: each in the largest letters that its area holds, none over another.

import { say, svg } from "./dom.js";

const SIZES = [11, 10]; // of a label's letters, screen pixels
const LETTER = 0.5; // average width of a letter, and height of a line, in letter sizes
const LINE = 1.15;

/** `Kabupaten Kulon Progo` as a map prints it: the type word only where it tells two apart. */
export const short = (name) => name.replace(/^Kabupaten( Administrasi)? |^Provinsi /, "");

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

/** Text elements for the outlines that have room for their name in `view`, at `units` drawing units a screen pixel. */
export function labels(outlines, view, units) {
  const [left, top, width, height] = view;
  const inside = (box) => box[0] > left && box[1] > top && box[2] < left + width && box[3] < top + height;
  const texts = [];
  const taken = [];
  for (const { n, c, bbox } of outlines) {
    const set = setting(short(n), (bbox[2] - bbox[0]) / units, (bbox[3] - bbox[1]) / units);
    if (!set) continue;
    const size = set.size * units;
    const [w, h] = [set.longest * LETTER * size, set.lines.length * LINE * size];
    const box = [c[0] - w / 2, c[1] - h / 2, c[0] + w / 2, c[1] + h / 2];
    if (!inside(box) || taken.some((other) => overlap(other, box))) continue;
    taken.push(box);
    const text = svg("text", { "font-size": size, "stroke-width": 2.6 * units });
    set.lines.forEach((line, place) => {
      const span = svg("tspan", { x: c[0], y: c[1] + (place - (set.lines.length - 1) / 2) * LINE * size });
      say(span, line);
      text.append(span);
    });
    texts.push(text);
  }
  return texts;
}
