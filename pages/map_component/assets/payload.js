// What Python sends on every rerun, unpacked. Its form is that of `payload` in charts/map.py.

/** The payload in compressed bytes: words and codes repeat, so a fraction of their length goes over the wire. */
export function unpacked(bytes) {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

/** A Map from code to `{code, entry, word}`, and `{low, high, sources, grade, newest}` where there is a value. */
export function rowsOf({ rows, legend, states }) {
  return new Map(
    rows.map(([code, place, low, high, sources, grade, newest]) => {
      const entry = legend[place];
      const day = newest ? new Date(newest) : null;
      return [code, { code, entry, word: states[entry.state], low, high, sources, grade, newest: day }];
    }),
  );
}

/** How figures and dates are printed in the reader's language. */
export function printer({ language, words }) {
  const number = new Intl.NumberFormat(language);
  const date = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "id-ID", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const count = ({ low, high }) => {
    if (low === undefined) return "–";
    if (high === null) return words.at_least.replace("{figure}", number.format(low));
    return low === high ? number.format(low) : `${number.format(low)}–${number.format(high)}`;
  };
  return {
    count,
    number: (value) => (value === undefined ? "–" : number.format(value)),
    date: (value) => (value ? date.format(value) : "–"),
  };
}
