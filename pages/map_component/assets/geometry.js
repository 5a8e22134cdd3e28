// A layer's outlines: fetched once by an address that holds their digest, then kept by the browser and by this page.

const layers = new Map();

/** The layer document at `url`; a failed fetch may be tried again. */
export function layer(url) {
  if (!layers.has(url)) {
    const wanted = fetch(url).then((answer) => {
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
      return answer.json();
    });
    wanted.catch(() => layers.delete(url));
    layers.set(url, wanted);
  }
  return layers.get(url);
}

const MARGIN = 0.06;

/** The part of the drawing to show, `[x, y, width, height]`: one province with a margin, or all of it. */
export function frame(document_, focus) {
  const province = focus && document_.provinces[focus];
  if (!province) return [0, 0, document_.width, document_.height];
  const [x0, y0, x1, y1] = province.bbox;
  const edge = Math.max(x1 - x0, y1 - y0) * MARGIN;
  return [x0 - edge, y0 - edge, x1 - x0 + 2 * edge, y1 - y0 + 2 * edge];
}

const ALONG = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** The area that lies next in an arrow's direction, or null: near ones first, those off the line later. */
export function neighbour(areas, from, key) {
  const [dx, dy] = ALONG[key];
  const [x, y] = areas.get(from).c;
  let best = null;
  let least = Infinity;
  for (const [code, { c }] of areas) {
    const along = (c[0] - x) * dx + (c[1] - y) * dy;
    const across = Math.abs((c[0] - x) * dy) + Math.abs((c[1] - y) * dx);
    const far = along + 2.5 * across;
    if (along > 0 && far < least) [best, least] = [code, far];
  }
  return best;
}
