// The map component: mounted once, updated on every rerun with values alone.

import { Choices } from "./choices.js";
import { Drawing } from "./drawing.js";
import { html, say } from "./dom.js";
import { layer, neighbour } from "./geometry.js";
import { Legend } from "./legend.js";
import { swatchPatterns } from "./paint.js";
import { printer, rowsOf, unpacked } from "./payload.js";
import { Table } from "./table.js";
import { Tip } from "./tip.js";

const fold = (words) => words.toLocaleLowerCase("id").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

class MapView {
  constructor(parent) {
    this.drawing = new Drawing();
    this.choices = new Choices((key, value) => this.trigger("choose", [key, value]));
    this.legend = new Legend(() => this.#sift());
    this.table = new Table();
    this.tip = new Tip((code) => this.#open(code));
    this.search = html("input", { type: "search", autocomplete: "off", oninput: () => this.#sift() });
    this.found = html("span", { class: "found", role: "status" });
    this.crumbs = html("nav", { class: "crumbs" });
    this.note = html("p", { class: "kind" });
    this.fault = html("p", { class: "fault", role: "alert", hidden: true });
    this.stage = html("div", { class: "stage" }, html("div", { class: "pan" }, this.drawing.svg), this.tip.root);
    const finder = html("label", { class: "finder" }, html("span"), this.search);
    this.finder = finder.firstChild;
    this.root = html(
      "div",
      { class: "map" },
      swatchPatterns(),
      this.choices.root,
      html("div", { class: "bar" }, this.crumbs, finder, this.found),
      this.fault,
      this.stage,
      this.note,
      this.legend.root,
      this.table.root,
    );
    this.#styled(parent);
    parent.append(this.root);
    this.#listen();
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
    this.layer = outlines;
    this.print = printer(data);
    this.rows = rowsOf(data);
    for (const row of this.rows.values()) {
      const place = (level === "provinsi" ? outlines.provinces : outlines.regions)[row.code];
      row.name = place?.n ?? row.code;
      row.within = level === "kabupaten" && !focus ? (outlines.provinces[place?.p]?.n ?? "") : "";
      row.place = data.legend.indexOf(row.entry);
      row.opens = (focus ? words.open_region : words.open_province).replace("{name}", focus ? row.name : row.within || row.name);
    }
    this.tip.hide();
    Object.assign(this.root.dataset, { level, focus: focus ?? "" });
    this.drawing.show(outlines, data, this.rows, (row) => this.#spoken(row));
    this.#rove(this.drawing.paths.has(this.here) ? this.here : [...this.drawing.paths.keys()][0]);
    this.#crumbs(outlines, data);
    say(this.note, words.kind);
    say(this.finder, words.find);
    this.search.placeholder = words.find_hint;
    this.choices.update(data);
    this.legend.update(data, this.print);
    this.#sift();
    this.#ready();
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

  #spoken(row) {
    const figure = row.low === undefined ? row.word : `${this.data.words.measure}: ${this.print.count(row)}`;
    return [row.name, row.within, figure].filter(Boolean).join(", ");
  }

  #crumbs(outlines, { focus, words }) {
    const nation = html(focus ? "button" : "span", focus ? { type: "button", onclick: () => this.#up() } : {});
    say(nation, words.nation);
    const here = html("span", { "aria-current": "page" });
    say(here, outlines.provinces[focus]?.n ?? "");
    this.crumbs.replaceChildren(nation, ...(focus ? [html("span", { "aria-hidden": "true" }, "›"), here] : []));
    this.crumbs.setAttribute("aria-label", words.crumbs);
  }

  /** Keep bright, on the map and in the table, what the search and the legend agree on. */
  #sift() {
    const wanted = fold(this.search.value);
    const key = this.legend.chosen;
    const keep =
      wanted || key
        ? (code) => {
            const row = this.rows.get(code);
            return (!key || row.entry.key === key) && (!wanted || fold(row.name).includes(wanted));
          }
        : null;
    const rows = [...this.rows.values()];
    this.drawing.dim(keep);
    this.table.update(this.data, rows, keep, this.print);
    const count = keep ? rows.filter(({ code }) => keep(code)).length : null;
    say(this.found, count === null ? "" : this.data.words.found.replace("{figure}", this.print.number(count)));
  }

  #listen() {
    const { svg } = this.drawing;
    const codeAt = (event) => event.target.closest?.("[data-code]")?.dataset.code ?? null;
    svg.addEventListener("pointermove", (event) => {
      if (event.pointerType !== "touch") this.#point(codeAt(event), event);
    });
    svg.addEventListener("pointerleave", () => this.tip.root.classList.contains("pinned") || this.#leave());
    svg.addEventListener("click", (event) => {
      const code = codeAt(event);
      if (!code) return this.#leave();
      this.#rove(code);
      return event.pointerType === "touch" ? this.#pin(code) : this.#open(code);
    });
    svg.addEventListener("focusin", (event) => {
      if (codeAt(event) && event.target.matches(":focus-visible")) this.#pin(codeAt(event));
    });
    svg.addEventListener("focusout", (event) => this.root.contains(event.relatedTarget) || this.#leave());
    svg.addEventListener("keydown", (event) => this.#key(event, codeAt(event)));
    this.table.root.addEventListener("click", (event) => this.#follow(event));
    new ResizeObserver(() => this.drawing.fit()).observe(svg);
  }

  #key(event, code) {
    if (!code) return;
    if (event.key === "Enter" || event.key === " ") this.#open(code);
    else if (event.key === "Escape") this.#up();
    else if (event.key.startsWith("Arrow")) {
      const next = neighbour(this.drawing.paths, code, event.key);
      if (next) this.#rove(next, true);
    } else return;
    event.preventDefault();
  }

  /** Make `code` the one area that Tab reaches. */
  #rove(code, focus = false) {
    this.drawing.paths.get(this.here)?.path.setAttribute("tabindex", -1);
    this.here = code;
    const path = this.drawing.paths.get(code)?.path;
    path?.setAttribute("tabindex", 0);
    if (focus) path?.focus();
  }

  #point(code, event) {
    if (!code) return this.#leave();
    const box = this.stage.getBoundingClientRect();
    this.drawing.mark(code);
    return this.tip.show(this.rows.get(code), this.data, this.print, {
      x: event.clientX - box.left,
      y: event.clientY - box.top,
      width: box.width,
    });
  }

  #pin(code) {
    const box = this.stage.getBoundingClientRect();
    const area = this.drawing.paths.get(code).path.getBoundingClientRect();
    this.drawing.mark(code);
    this.tip.show(this.rows.get(code), this.data, this.print, {
      x: area.left + area.width / 2 - box.left,
      y: area.top - box.top,
      width: box.width,
      pinned: true,
    });
  }

  #leave() {
    this.drawing.mark(null);
    this.tip.hide();
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
