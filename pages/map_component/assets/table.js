// The same figures as rows. Where there are many areas, only the first are listed until all are asked for.

import { html, say } from "./dom.js";
import { swatch } from "./paint.js";

const MANY = 60;

const last = (value) => value ?? Number.NEGATIVE_INFINITY;
const BY = {
  name: (a, b) => a.name.localeCompare(b.name, "id"),
  figure: (a, b) => last(b.order) - last(a.order) || Boolean(b.text) - Boolean(a.text) || a.place - b.place || BY.name(a, b),
  newest: (a, b) => last(b.newest) - last(a.newest) || BY.name(a, b),
};

export class Table {
  constructor(prefix) {
    this.prefix = prefix;
    this.order = "figure";
    this.whole = false;
    this.head = html("tr");
    this.body = html("tbody");
    this.caption = html("caption");
    this.table = html("table", {}, this.caption, html("thead", {}, this.head), this.body);
    this.more = html("button", { type: "button", class: "more", onclick: () => this.#toggle() });
    this.box = html("div", { class: "rows", tabindex: 0, role: "region" }, this.table);
    this.root = html("div", {}, this.box, this.more);
  }

  /** Show `rows`, a list of those of the map; `keep` null = all of them. */
  update(data, rows, keep, print) {
    Object.assign(this, { data, rows, keep, print });
    this.#heads();
    this.#draw();
  }

  #toggle() {
    this.whole = !this.whole;
    this.#draw();
  }

  #heads() {
    const { words, level, focus, title, legend_grid: grid } = this.data;
    const columns = [
      ["name", words.region],
      ...(level === "kabupaten" && !focus ? [[null, words.province]] : []),
      [null, words.state],
      ["figure", title, "number"],
      ...(grid ? [[null, grid.y.title, "number"]] : []),
      [null, words.grade],
      ["newest", words.newest],
      [null, words.sources, "number"],
    ];
    const drawn = JSON.stringify([columns, this.order]);
    if (drawn === this.headed) return;
    this.headed = drawn;
    this.head.replaceChildren(...columns.map((column) => this.#heading(...column)));
  }

  #heading(order, label, kind) {
    const sorted = order === this.order && (order === "name" ? "ascending" : "descending");
    const cell = html("th", { scope: "col", class: kind, "aria-sort": sorted });
    if (!order) say(cell, label);
    else {
      const button = html("button", {
        type: "button",
        onclick: () => {
          this.order = order;
          this.#heads();
          this.#draw();
        },
      });
      say(button, label);
      cell.append(button);
    }
    return cell;
  }

  #draw() {
    const { words, steps } = this.data;
    const found = this.rows.filter((row) => !this.keep || this.keep(row)).sort(BY[this.order]);
    const folded = found.length > MANY;
    const caption = steps ? words.table_of.replace("{name}", steps.items[steps.at].label) : words.table;
    say(this.caption, caption);
    this.box.setAttribute("aria-label", caption);
    const shown = folded && !this.whole ? found.slice(0, MANY) : found;
    this.body.replaceChildren(...shown.map((row) => this.#row(row)));
    this.more.hidden = !folded;
    const [message, count] = this.whole ? [words.fold, MANY] : [words.unfold, found.length];
    say(this.more, message.replace("{figure}", this.print.number(count)));
  }

  #row(row) {
    const { level, focus, region_url: address, legend_grid: grid } = this.data;
    const href = address + row.code;
    const name = html("a", { href, target: "_self", "data-code": row.code });
    say(name, row.name);
    const state = html("span", { class: "state" }, swatch([row.entry], this.prefix, row.weak), html("span"));
    say(state.lastChild, row.word);
    const cells = [
      html("th", { scope: "row" }, name),
      ...(level === "kabupaten" && !focus ? [text(row.within)] : []),
      html("td", {}, state),
      html("td", { class: "number" }, this.#figure(row, href)),
      ...(grid ? [text(row.second ?? "–", "number")] : []),
      text(row.grade ?? "–"),
      text(this.print.date(row.newest), "day"),
      text(this.print.number(row.sources), "number"),
    ];
    return html("tr", { "data-code": row.code, "data-state": row.entry.state }, ...cells);
  }

  /** A figure leads to what is behind it, like every figure on the pages. */
  #figure({ text: words, code }, href) {
    if (words === undefined) return "–";
    const attributes = { href, target: "_self", class: "figure" };
    const { indicator, campaign, as_of: day } = this.data;
    const asked = { "data-indicator": indicator, "data-code": code, "data-campaign": campaign, "data-as-of": day };
    const figure = html("a", { ...attributes, ...asked });
    say(figure, words);
    return figure;
  }
}

function text(words, kind) {
  const cell = html("td", { class: kind });
  say(cell, words);
  return cell;
}
