// The search by name: what is typed keeps the map's own matches bright; the list below leads to any region.

import { html, say, set } from "./dom.js";
import { places, search } from "./names.js";

const MOST = 8; // options at once

export class Finder {
  /** `type()` is called when the words change, `pick(code)` when a region is chosen. */
  constructor(prefix, { type, pick }) {
    Object.assign(this, { prefix, type, pick, options: [], active: -1 });
    const list = `${prefix}options`;
    this.words = html("span");
    this.input = html("input", {
      type: "search",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": list,
    });
    this.list = html("ul", { id: list, role: "listbox", class: "options", hidden: true });
    this.found = html("span", { class: "found", role: "status" });
    this.root = html("div", { class: "finder" }, html("label", {}, this.words, this.input), this.list, this.found);
    this.input.addEventListener("input", () => this.#typed());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("blur", () => this.#close());
    // A press would take the focus from the field and close the list before the click comes.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.#choose(this.options[Number(option.dataset.place)]);
    });
  }

  update({ words, search: wanted }, outlines, print) {
    this.print = print;
    this.message = words;
    this.root.hidden = !wanted;
    say(this.words, words.find);
    set(this.input, "placeholder", words.find_hint);
    set(this.list, "aria-label", words.find);
    if (outlines !== this.outlines) [this.outlines, this.all] = [outlines, places(outlines)];
    this.#look();
  }

  /** The codes that were searched for; null = none was. */
  get wanted() {
    return this.codes;
  }

  #look() {
    const matches = search(this.input.value, this.all);
    this.codes = this.input.value.trim() ? new Set(matches.map(({ code }) => code)) : null;
    this.options = matches.slice(0, MOST);
    say(this.found, this.codes ? this.message.found.replace("{figure}", this.print.number(this.codes.size)) : "");
  }

  #typed() {
    this.#look();
    this.#open();
    this.type();
  }

  #open() {
    this.list.replaceChildren(...this.options.map((option, place) => this.#option(option, place)));
    this.list.hidden = !this.options.length;
    set(this.input, "aria-expanded", String(!this.list.hidden));
    this.#move(-1);
  }

  #option({ name, within }, place) {
    const option = html("li", { role: "option", id: `${this.prefix}option-${place}`, "data-place": place }, html("span"));
    say(option.firstChild, name);
    if (within) {
      option.append(" ", html("small"));
      say(option.lastChild, within);
    }
    return option;
  }

  #move(place) {
    this.active = place;
    for (const [at, option] of [...this.list.children].entries()) set(option, "aria-selected", String(at === place));
    const active = this.list.children[place];
    set(this.input, "aria-activedescendant", active?.id ?? "");
    active?.scrollIntoView({ block: "nearest" });
  }

  #close() {
    this.list.hidden = true;
    set(this.input, "aria-expanded", "false");
    this.#move(-1);
  }

  #key(event) {
    event.stopPropagation(); // letters are shortcuts of Streamlit, which sees the component, not its field
    const count = this.options.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (this.list.hidden) this.#open();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (count) this.#move((Math.max(this.active, step < 0 ? 0 : -1) + step + count) % count);
    } else if (event.key === "Enter") {
      if (count) this.#choose(this.options[Math.max(this.active, 0)]);
    } else if (event.key === "Escape") {
      if (!this.list.hidden) this.#close();
      else {
        this.input.value = "";
        this.#typed();
      }
    } else return;
    event.preventDefault();
  }

  /** The words have done their work: they go, so that no area stays faded. */
  #choose({ code }) {
    this.input.value = "";
    this.#typed();
    this.#close();
    this.pick(code);
  }
}
