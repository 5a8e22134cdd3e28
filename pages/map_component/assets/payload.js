// What Python sends on every rerun, unpacked. The compact form is described in charts/map.py.

const DAY = 86_400_000;

/** Region codes in the payload's order: `{"33": "0102"}` is 33.01 and 33.02, `{"": "1133"}` is 11 and 33. */
function codesOf(packed) {
  return Object.entries(packed).flatMap(([province, pairs]) =>
    (pairs.match(/\d\d/g) ?? []).map((pair) => (province ? `${province}.${pair}` : pair)),
  );
}

/** A Map from code to `{code, entry, low, high, sources, grade, newest}`; the figures only where there is a value. */
export function rowsOf({ codes, marks, values, legend }) {
  const rows = new Map();
  let next = 0;
  codesOf(codes).forEach((code, index) => {
    const entry = legend[parseInt(marks[index], 36)];
    const row = { code, entry };
    if (entry.state === "nilai") {
      const day = values.newest[next];
      row.low = values.low[next];
      row.high = values.high[next];
      row.sources = values.sources[next];
      row.grade = values.grades[next] === "-" ? null : values.grades[next];
      row.newest = day === null ? null : new Date(day * DAY);
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
