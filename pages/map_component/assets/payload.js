// What Python sends on every rerun, unpacked. The compact form is described in charts/map.py.

const DAY = 86_400_000;

/** Region codes in the payload's order: `{"33": "0102"}` is 33.01 and 33.02, `{"": "1133"}` is 11 and 33. */
function codesOf(packed) {
  return Object.entries(packed).flatMap(([province, pairs]) =>
    (pairs.match(/\d\d/g) ?? []).map((pair) => (province ? `${province}.${pair}` : pair)),
  );
}

const numbersOf = (column) => column.split(" ").map((value) => (value === "-" ? null : Number(value)));

/** A Map from code to `{code, entry, word}`, and `{low, high, sources, grade, newest}` where there is a value. */
export function rowsOf({ codes, marks, values, legend, states }) {
  const [low, high, sources, newest] = [values.low, values.high || values.low, values.sources, values.newest].map(numbersOf);
  const rows = new Map();
  let next = 0;
  codesOf(codes).forEach((code, index) => {
    const entry = legend[parseInt(marks[index], 36)];
    const row = { code, entry, word: states[entry.state] };
    if (entry.state === "nilai") {
      row.low = low[next];
      row.high = high[next];
      row.sources = sources[next];
      row.grade = values.grades[next] === "-" ? null : values.grades[next];
      row.newest = newest[next] === null ? null : new Date(newest[next] * DAY);
      next += 1;
    }
    rows.set(code, row);
  });
  return rows;
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
