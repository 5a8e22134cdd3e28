// The map component: mounted once, updated on every rerun with values alone.

import { Choices } from "./choices.js";
import { Drawing } from "./drawing.js";
import { html, say, unique } from "./dom.js";
import { Finder } from "./finder.js";
import { layer } from "./geometry.js";
import { Legend } from "./legend.js";
import { swatchPatterns } from "./paint.js";
import { printer, rowsAt, rowsOf, tally, unpacked } from "./payload.js";
import { Player } from "./player.js";
import { Pointing } from "./pointing.js";
import { Table } from "./table.js";
import { Tip } from "./tip.js";

class MapView {
  constructor(parent) {
    const prefix = unique();
    this.drawing = new Drawing(prefix);
    this.choices = new Choices(prefix, (key, value) => this.trigger("choose", [key, value]));
    this.finder = new Finder(prefix, { type: () => this.#sift(), pick: (code) => this.#seek(code) });
    this.player = new Player(prefix, () => this.#repaint());
    this.legend = new Legend(prefix, () => this.#sift());
    this.table = new Table(prefix);
    this.tip = new Tip((code) => this.#open(code));
    this.heading = html("p", { class: "pane-title", hidden: true });
    this.crumbs = html("nav", { class: "crumbs" });
    this.note = html("p", { class: "note edition" });
    this.fault = html("p", { class: "fault", role: "alert", hidden: true });
    const pan = html("div", { class: "pan" }, this.drawing.svg);
    this.stage = html("div", { class: "stage" }, pan, this.drawing.insets.root, this.tip.root);
    this.pointing = new Pointing({
      stage: this.stage,
      drawing: this.drawing,
      tip: this.tip,
      tell: (code, place) => this.tip.show(this.shown.get(code), this.data, this.print, place),
      open: (code) => this.#open(code),
      up: () => this.#up(),
    });
    this.root = html(
      "div",
      { class: "map" },
      swatchPatterns(prefix),
      this.choices.root,
      this.heading,
      html("div", { class: "bar" }, this.crumbs, this.finder.root),
      this.player.root,
      this.fault,
      this.stage,
      this.note,
      this.legend.root,
      this.table.root,
    );
    this.#styled(parent);
    parent.append(this.root);
    this.table.root.addEventListener("click", (event) => this.#follow(event));
    new ResizeObserver(() => this.drawing.fit()).observe(this.drawing.svg);
    this.drawn = 0;
  }

  /** Nothing is shown before its style sheet is there. */
  #styled(parent) {
    const sheet = parent.querySelector("link[rel=stylesheet]");
    if (!sheet || sheet.sheet) return;
    this.root.style.visibility = "hidden";
    const show = () => this.root.style.removeProperty("visibility");
    sheet.addEventListener("load", show, { once: true });
    sheet.addEventListener("error", show, { once: true });
  }

  /** Show what a rerun brought. Only the newest call is drawn when a layer is slow to come. */
  async update(bytes, trigger) {
    this.trigger = trigger;
    this.newest = bytes;
    const data = await unpacked(bytes);
    const outlines = await layer(data.geometry).catch(() => null);
    if (this.newest !== bytes) return;
    say(this.fault, data.words.no_geometry);
    this.fault.hidden = Boolean(outlines);
    this.data = data;
    if (outlines) this.#draw(outlines, data);
  }

  #draw(outlines, data) {
    const { words, level, focus } = data;
    this.print = printer(data);
    this.rows = rowsOf(data, (code) => {
      const { n: name = code, p } = (level === "provinsi" ? outlines.provinces : outlines.regions)[code] ?? {};
      const within = level === "kabupaten" && !focus ? (outlines.provinces[p]?.n ?? "") : "";
      const opens = focus ? words.open_region.replace("{name}", name) : words.open_province.replace("{name}", within || name);
      return { name, within, opens };
    });
    Object.assign(this.root.dataset, { level, focus: focus ?? "", pane: data.pane });
    say(this.heading, data.pane_title);
    this.heading.hidden = !data.pane_title;
    this.player.update(data);
    this.shown = rowsAt(this.rows, data, this.player.moment);
    this.drawing.show(outlines, data, this.shown, (row) => this.#spoken(row));
    say(this.drawing.insets.title, words.insets);
    this.pointing.settle();
    this.#crumbs(data);
    say(this.note, data.note);
    this.choices.update(data);
    this.finder.update(data, outlines, this.print);
    this.legend.update(data, this.print);
    this.legend.count(tally(this.shown, data.legend));
    this.#sift();
    if (this.rows.has(this.sought)) {
      this.pointing.seek(this.sought);
      this.sought = null;
    }
    this.#ready();
  }

  /** Another moment of the slider: colours and counts follow, the table keeps to the moment that its figures are of. */
  #repaint() {
    this.shown = rowsAt(this.rows, this.data, this.player.moment);
    this.pointing.retell();
    this.drawing.paint(this.shown, (row) => this.#spoken(row));
    this.legend.count(tally(this.shown, this.data.legend));
    this.#sift(false);
  }

  /** Tell whoever measures that everything is on the screen: the second frame comes after the first was painted. */
  #ready() {
    const { geometry } = this.data;
    this.drawn += 1;
    const drawn = this.drawn;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (drawn !== this.drawn) return;
        performance.mark("ikrar-map-ready", { detail: drawn });
        Object.assign(this.root.dataset, { ready: drawn, geometry });
      }),
    );
  }

  #spoken({ name, within, moment, text, word, weak }) {
    const { title, words } = this.data;
    const figure = text === undefined ? word : `${title}: ${text}`;
    return [name, within, moment, figure, weak && words.weak].filter(Boolean).join(", ");
  }

  #crumbs({ breadcrumb, words }) {
    const parts = breadcrumb.map(({ label, code }, at) => {
      const last = at === breadcrumb.length - 1;
      const onclick = () => this.trigger("open", code);
      const part = last ? html("span", { "aria-current": at ? "page" : null }) : html("button", { type: "button", onclick });
      say(part, label);
      return at ? [html("span", { "aria-hidden": "true" }, "›"), part] : [part];
    });
    this.crumbs.replaceChildren(...parts.flat());
    this.crumbs.setAttribute("aria-label", words.crumbs);
  }

  /** Keep bright, on the map and in the table, what the search and the legend agree on. */
  #sift(table = true) {
    const found = this.#found();
    const keep = found || this.legend.chosen ? (row) => (!found || found(row.code)) && this.legend.keeps(row) : null;
    this.drawing.dim(keep && ((code) => keep(this.shown.get(code))));
    if (table) this.table.update(this.data, [...this.rows.values()], keep, this.print);
  }

  /** Which areas of this map the search means: themselves, their province, or a region in them; null = none or no search. */
  #found() {
    const { wanted } = this.finder;
    if (!wanted) return null;
    const provinces = new Set([...wanted].map((code) => code.slice(0, 2)));
    const means =
      this.data.level === "provinsi"
        ? (code) => provinces.has(code)
        : (code) => wanted.has(code) || wanted.has(code.slice(0, 2));
    return [...this.rows.keys()].some(means) ? means : null;
  }

  /** To a region that was searched for: in its province's map, which is opened first where another is shown. */
  #seek(code) {
    const province = code.slice(0, 2);
    this.sought = code;
    if (province !== this.data.focus) this.trigger("open", province);
    else if (this.rows.has(code)) this.pointing.seek(code);
  }

  /** From the nation into a province; from a province to the region's own page. */
  #open(code) {
    this.trigger(this.data.focus ? "visit" : "open", code);
  }

  /** A link of the table changes the page without loading the document again, unless a new tab is wanted. */
  #follow(event) {
    const link = event.target.closest("a[data-code]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.trigger("visit", link.dataset.code);
  }

  #up() {
    if (this.data.focus) this.trigger("open", "");
  }
}

const views = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  if (!views.has(parentElement)) views.set(parentElement, new MapView(parentElement));
  views.get(parentElement).update(data, setTriggerValue);
}
