// The legend: classes and states with their counts; a button each, which keeps only its own areas bright.

import { html, say, set } from "./dom.js";
import { Grid } from "./grid.js";
import { inkOn, swatch } from "./paint.js";

export const WEAK = "weak"; // the key of the line that tells of hatching

export class Legend {
  /** `choose(key | null)` is called when an entry is switched on or off. */
  constructor(prefix, choose) {
    this.prefix = prefix;
    this.choose = choose;
    this.chosen = null;
    this.title = html("p", { class: "legend-title" });
    this.grid = new Grid();
    this.list = html("ul", { class: "entries" });
    this.explain = html("p", { class: "note explain" });
    this.root = html("div", { class: "legend" }, this.title, this.grid.root, this.list, this.explain);
  }

  /** The entries of a payload. Their counts come with `count`, since they change while a slider plays. */
  update(data, print) {
    this.print = print;
    say(this.title, data.title);
    this.title.hidden = Boolean(data.legend_grid); // its axes have titles of their own
    say(this.explain, data.explain);
    const { legend, legend_grid: grid, weak_label: weak } = data;
    const drawn = JSON.stringify([grid, weak, legend.map(({ key, fill, label }) => [key, fill, label])]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const cells = grid ? legend.slice(0, grid.fills.flat().length) : [];
    this.grid.update(grid, cells.map((entry, place) => this.#button(entry, place)));
    const items = legend.slice(cells.length).map((entry, at) => this.#line(entry, at + cells.length));
    if (weak) items.push(this.#hatched(weak, legend));
    this.list.replaceChildren(...items);
  }

  /** Show how many regions each entry has: `{counts, weak}`. */
  count({ counts, weak }) {
    for (const button of this.root.querySelectorAll("button")) {
      const count = button.dataset.key === WEAK ? weak : counts[button.dataset.place];
      set(button, "data-count", String(count));
      button.disabled = count === 0;
      say(button.querySelector("b"), this.print.number(count));
      if (!count && this.chosen === button.dataset.key) this.#switch(null);
    }
  }

  /** Whether a row belongs to the entry that is switched on; every row does when none is. */
  keeps(row) {
    return !this.chosen || (this.chosen === WEAK ? row.weak : row.entry.key === this.chosen);
  }

  #line(entry, place) {
    const button = this.#button(entry, place);
    button.prepend(swatch([entry], this.prefix));
    return html("li", {}, button);
  }

  /** The line on hatching shows it over a light and a dark class. */
  #hatched(label, legend) {
    const classes = legend.filter(({ state }) => state === "nilai");
    const dark = classes.find(({ fill }) => inkOn(fill) === "#ffffff") ?? classes.at(-1);
    const button = this.#button({ key: WEAK, label });
    button.prepend(swatch([classes[0], dark], this.prefix, true));
    return html("li", {}, button);
  }

  #button({ key, state, label }, place) {
    const attributes = { type: "button", "data-key": key, "data-place": place, "data-state": state };
    const pressed = String(key === this.chosen);
    const onclick = () => {
      this.#switch(this.chosen === key ? null : key);
      this.choose(this.chosen);
    };
    const button = html("button", { ...attributes, "aria-pressed": pressed, onclick }, html("span", { class: "what" }), html("b"));
    say(button.firstChild, label);
    return button;
  }

  #switch(key) {
    this.chosen = key;
    for (const button of this.root.querySelectorAll("button")) {
      set(button, "aria-pressed", String(button.dataset.key === key));
    }
  }
}
