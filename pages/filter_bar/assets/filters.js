// The filters as the browser's own controls: light to load, in the reader's language, and known to every screen reader.

import { html, say, set, unique } from "../ikrar.map/dom.js";
import { unpacked } from "../ikrar.map/payload.js";

class FilterBar {
  constructor(parent) {
    this.prefix = unique();
    this.fold = html("button", { type: "button", class: "fold", "aria-controls": `${this.prefix}fields`, onclick: () => this.#fold() });
    this.box = html("div", { class: "fields", id: `${this.prefix}fields` });
    this.root = html("div", { class: "filter-bar" }, this.fold, this.box);
    // Letters are shortcuts of Streamlit, and they choose in a list.
    this.root.addEventListener("keydown", (event) => event.stopPropagation());
    this.controls = new Map();
    this.#fold(false);
    this.parent = parent;
  }

  #fold(open = !this.root.classList.contains("open")) {
    this.root.classList.toggle("open", open);
    set(this.fold, "aria-expanded", String(open));
  }

  /** Show what a rerun brought. A control that stays keeps the focus, and a day that is half typed. */
  async update(bytes, choose) {
    this.choose = choose;
    this.newest = bytes;
    const data = await unpacked(bytes);
    if (this.newest !== bytes) return;
    say(this.fold, data.summary);
    const drawn = JSON.stringify(data.fields.map(({ value, words, ...field }) => field));
    if (drawn !== this.drawn) this.#build(data);
    this.drawn = drawn;
    for (const { key, value, words } of data.fields) {
      const { control, day } = this.controls.get(key);
      if (control.value !== value) control.value = value;
      if (day) say(day, words);
    }
    // Not before: until now the button had no name.
    if (!this.root.isConnected) this.parent.append(this.root);
  }

  #build({ fields, first, last }) {
    const focused = document.activeElement?.id;
    this.box.replaceChildren(...fields.map((field) => this.#field(field, { min: first, max: last })));
    if (focused) [...this.controls.values()].find(({ control }) => control.id === focused)?.control.focus();
  }

  #field({ key, label, options, help }, days) {
    const id = this.prefix + key;
    const attributes = { id, name: key, "aria-describedby": help ? `${id}-help` : null };
    const control = options
      ? html("select", attributes, ...options.map(option))
      : html("input", { ...attributes, type: "date", ...days });
    // A year that is being typed is a day out of range until its last digit.
    control.addEventListener("change", () => control.validity.valid && this.choose([key, control.value]));
    // Over the browser's own spelling of a day, which follows the browser's language, until the field has the focus.
    const day = options ? null : html("span", { class: "day", "aria-hidden": "true" });
    this.controls.set(key, { control, day });
    const words = html("label", { for: id });
    say(words, label);
    const field = html("div", { class: "filter" }, words, day ? html("div", { class: "dated" }, control, day) : control);
    if (help) {
      field.append(html("span", { class: "help", id: `${id}-help` }));
      say(field.lastChild, help);
    }
    return field;
  }
}

function option([value, words]) {
  const found = html("option", { value });
  say(found, words);
  return found;
}

const bars = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  if (!bars.has(parentElement)) bars.set(parentElement, new FilterBar(parentElement));
  bars.get(parentElement).update(data, (choice) => setTriggerValue("choose", choice));
}
