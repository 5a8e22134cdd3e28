// The legend: classes and states with their counts; a button each, which keeps only its own areas bright.

import { html, say } from "./dom.js";
import { swatch } from "./paint.js";

export class Legend {
  /** `choose(key | null)` is called when an entry is switched on or off. */
  constructor(choose) {
    this.choose = choose;
    this.chosen = null;
    this.list = html("ul");
    this.title = html("p", { class: "legend-title" });
    this.root = html("div", { class: "legend" }, this.title, this.list);
  }

  update({ legend, words }, print) {
    this.print = print;
    say(this.title, words.legend);
    const drawn = JSON.stringify(legend);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    if (!legend.some(({ key, count }) => key === this.chosen && count)) this.chosen = null;
    this.list.replaceChildren(...legend.map((entry) => html("li", {}, this.#button(entry))));
  }

  #button(entry) {
    const button = html("button", {
      type: "button",
      "data-key": entry.key,
      "data-state": entry.state,
      "data-count": entry.count,
      "aria-pressed": String(entry.key === this.chosen),
      disabled: entry.count === 0,
      onclick: () => {
        this.chosen = this.chosen === entry.key ? null : entry.key;
        for (const other of this.list.querySelectorAll("button")) {
          other.setAttribute("aria-pressed", String(other.dataset.key === this.chosen));
        }
        this.choose(this.chosen);
      },
    });
    button.append(swatch(entry), html("span", { class: "what" }), html("b"));
    say(button.children[1], entry.label);
    say(button.children[2], this.print.number(entry.count));
    return button;
  }
}
