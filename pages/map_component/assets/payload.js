// What Python sends on every rerun, unpacked. Its form is written down in docs/map-payload.md; rows come as columns.

/** The payload in compressed bytes: words and codes repeat, so a fraction of their length goes over the wire. */
export function unpacked(bytes) {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

/** The value of each column in a row; what a row lacks is undefined. */
const across = (columns, at) => columns.map((column) => column[at]);

/**
 * A Map from code to `{code, entry, word, weak}`, and `{text, sources, grade, newest, order, second}` where there is a
 * figure. Rows come by their figures, highest first: `order` keeps that. `names(code)` gives what the outlines know of a
 * region; it is added to its row.
 */
export function rowsOf({ rows: columns, legend, states }, names) {
  return new Map(
    columns[0].map((code, at) => {
      const [, place, text, weak, sources, grade, newest, second] = across(columns, at);
      const order = text === undefined ? undefined : -at;
      const entry = legend[place];
      const day = newest ? new Date(newest) : null;
      const facts = { text, weak: Boolean(weak), sources, grade, newest: day, order, second };
      return [code, { code, place, entry, word: states[entry.state], ...facts, ...names(code) }];
    }),
  );
}

/** The rows at another moment of a slider: of a figure, its class is known. `rows` themselves at the moment they are of. */
export function rowsAt(rows, { legend, states, steps }, moment) {
  if (!steps || moment === steps.at) return rows;
  const { label, places, weak } = steps.items[moment];
  return new Map(
    [...rows.values()].map((row, at) => {
      const place = Number.parseInt(places[at], 36);
      const entry = legend[place];
      const word = states[entry.state];
      const text = entry.state === "nilai" ? entry.label : undefined;
      const { code, name, within, opens } = row;
      return [code, { code, name, within, opens, place, entry, word, text, weak: weak[at] === "1", moment: label }];
    }),
  );
}

/** How many regions each legend entry has, in the legend's order, and how many of all have weak evidence. */
export function tally(rows, legend) {
  const counts = legend.map(() => 0);
  let weak = 0;
  for (const row of rows.values()) {
    counts[row.place] += 1;
    weak += row.weak;
  }
  return { counts, weak };
}

/** How counts of regions and dates are printed in the reader's language; figures come as words. */
export function printer({ language }) {
  const number = new Intl.NumberFormat(language);
  const date = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "id-ID", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  return {
    number: (value) => (value === undefined ? "–" : number.format(value)),
    date: (value) => (value ? date.format(value) : "–"),
  };
}
