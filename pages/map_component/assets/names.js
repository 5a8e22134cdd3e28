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

const LEAST = 4; // letters that may stand in the middle of a name

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
  return wanted.length >= LEAST && squashed(own).includes(squashed(wanted)) ? 3 : null;
}

/** All names of a layer: `{code, name, within}`, `within` = a region's province. */
export function places({ provinces, regions }) {
  return [
    ...Object.entries(provinces).map(([code, { n }]) => ({ code, name: n, within: "" })),
    ...Object.entries(regions).map(([code, { n, p }]) => ({ code, name: n, within: provinces[p]?.n ?? "" })),
  ];
}

/** The places that the words may mean, best first; a province goes before regions that are named after it. */
export function search(typed, all) {
  const wanted = folded(typed);
  if (!wanted) return [];
  return all
    .map((place) => ({ ...place, fit: fit(wanted, place.name) }))
    .filter(({ fit }) => fit !== null)
    .map((place) => ({ ...place, rank: place.within ? place.fit : place.fit - 1 }))
    .sort((a, b) => a.rank - b.rank || a.code.length - b.code.length || a.name.localeCompare(b.name, "id"));
}
