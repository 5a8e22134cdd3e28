// The same figures as rows. Where there are many areas, those with nothing to tell are folded away until asked for.

import { html, say } from "./dom.js";
import { swatch } from "./paint.js";

const MANY = 60;

const BY = {
  name: (a, b) => a.name.localeCompare(b.name, "id"),
  count: (a, b) => (b.low ?? -1) - (a.low ?? -1) || a.place - b.place || BY.name(a, b),
  newest: (a, b) => (b.newest ?? -1) - (a.newest ?? -1) || BY.name(a, b),
};

export class Table {
  constructor() {
    this.order = "count";
    this.whole = false;
    this.head = html("tr");
    this.body = html("tbody");
    this.caption = html("caption");
    this.table = html("table", {}, this.caption, html("thead", {}, this.head), this.body);
    this.more = html("button", { type: "button", class: "more", onclick: () => this.#toggle() });
    this.box = html("div", { class: "rows", tabindex: 0, role: "region" }, this.table);
    this.root = html("div", {}, this.box, this.more);
  }

  /** Show `rows` (with `name`, `within`, `place`); `keep` null = all of them. */
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
    const { words, level, focus } = this.data;
    const columns = [
      ["name", words.region],
      ...(level === "kabupaten" && !focus ? [[null, words.province]] : []),
      [null, words.state],
      ["count", words.measure, "number"],
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
    const { words } = this.data;
    const found = this.rows.filter(({ code }) => !this.keep || this.keep(code));
    const telling = found.filter(({ entry }) => entry.state !== "belum_ada_bukti");
    const folded = !this.keep && found.length > MANY && telling.length < found.length;
    const shown = folded && !this.whole ? telling : found;
    say(this.caption, words.table);
    this.box.setAttribute("aria-label", words.table);
    this.body.replaceChildren(...[...shown].sort(BY[this.order]).map((row) => this.#row(row)));
    this.more.hidden = !folded;
    const hidden = String(found.length - telling.length);
    say(this.more, (this.whole ? words.fold : words.unfold).replace("{figure}", hidden));
  }

  #row(row) {
    const { level, focus, region_url: address } = this.data;
    const href = address + row.code;
    const name = html("a", { href, target: "_self", "data-code": row.code });
    say(name, row.name);
    const state = html("span", { class: "state" }, swatch(row.entry), html("span"));
    say(state.lastChild, row.word);
    const cells = [
      html("th", { scope: "row" }, name),
      ...(level === "kabupaten" && !focus ? [text(row.within)] : []),
      html("td", {}, state),
      html("td", { class: "number" }, this.#figure(row, href)),
      text(row.grade ?? "–"),
      text(this.print.date(row.newest)),
      text(this.print.number(row.sources), "number"),
    ];
    return html("tr", { "data-code": row.code, "data-state": row.entry.state }, ...cells);
  }

  /** A figure leads to what is behind it, like every figure on the pages. */
  #figure(row, href) {
    const printed = this.print.count(row);
    if (row.low === undefined) return printed;
    const figure = html("a", {
      href,
      target: "_self",
      class: "figure",
      "data-indicator": this.data.indicator,
      "data-code": row.code,
    });
    say(figure, printed);
    return figure;
  }
}

function text(words, kind) {
  const cell = html("td", { class: kind });
  say(cell, words);
  return cell;
}
