// Which regions a person means by what was typed: capitals, spaces and dots do not matter, type words may be short.

const WORDS = {
  kab: "kabupaten",
  kotamadya: "kota",
  adm: "administrasi",
  kep: "kepulauan",
  prov: "provinsi",
  propinsi: "provinsi",
  babel: "bangka belitung",
  diy: "yogyakarta",
  dki: "jakarta",
  jogja: "yogyakarta",
  jogjakarta: "yogyakarta",
  jabar: "jawa barat",
  jateng: "jawa tengah",
  jatim: "jawa timur",
  kalbar: "kalimantan barat",
  kalsel: "kalimantan selatan",
  kaltara: "kalimantan utara",
  kalteng: "kalimantan tengah",
  kaltim: "kalimantan timur",
  kepri: "kepulauan riau",
  malut: "maluku utara",
  ntb: "nusa tenggara barat",
  ntt: "nusa tenggara timur",
  sulbar: "sulawesi barat",
  sulsel: "sulawesi selatan",
  sulteng: "sulawesi tengah",
  sultra: "sulawesi tenggara",
  sulut: "sulawesi utara",
  sumbar: "sumatera barat",
  sumsel: "sumatera selatan",
  sumut: "sumatera utara",
  sumatra: "sumatera",
};

const plain = (words) => words.toLocaleLowerCase("id").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
const squashed = (words) => words.replaceAll(" ", "");

/** What was typed as whole words: `Kab. Jateng` → `kabupaten jawa tengah`. */
export function folded(typed) {
  return plain(typed)
    .split(" ")
    .map((word) => (Object.hasOwn(WORDS, word) ? WORDS[word] : word))
    .join(" ");
}

/** How well a region's name answers folded words: 0 best, null not at all. */
export function fit(wanted, name) {
  const own = plain(name);
  const bare = own.replace(/^(kabupaten|kota)( administrasi)? /, "");
  if (wanted === own || wanted === bare) return 0;
  if (bare.startsWith(wanted)) return 1;
  const words = own.split(" ");
  if (wanted.split(" ").every((word) => words.some((each) => each.startsWith(word)))) return 2;
  return squashed(own).includes(squashed(wanted)) ? 3 : null;
}

/** All names of a layer: `{code, name, within}`, `within` = a region's province. */
export function places({ provinces, regions }) {
  return [
    ...Object.entries(provinces).map(([code, { n }]) => ({ code, name: n, within: "" })),
    ...Object.entries(regions).map(([code, { n, p }]) => ({ code, name: n, within: provinces[p]?.n ?? "" })),
  ];
}

/** The places that the words may mean, best first. */
export function search(typed, all) {
  const wanted = folded(typed);
  if (!wanted) return [];
  return all
    .map((place) => ({ ...place, rank: fit(wanted, place.name) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => a.rank - b.rank || a.code.length - b.code.length || a.name.localeCompare(b.name, "id"));
}
