// The map's own controls (measure, level, kind of map, …), drawn here because they then cost nothing while the page loads.

import { html, say } from "./dom.js";

export class Choices {
  /** `choose(key, value)` is called when another option is taken. */
  constructor(prefix, choose) {
    this.prefix = prefix;
    this.choose = choose;
    this.root = html("div", { class: "choices" });
  }

  /** `choices`: a list of `{key, label, options: [[value, label], …], chosen, as_list}`. */
  update({ choices }) {
    const drawn = JSON.stringify(choices);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const focused = this.root.getRootNode().activeElement?.id;
    this.root.replaceChildren(...choices.map((choice) => (choice.as_list ? this.#list(choice) : this.#group(choice))));
    if (focused) [...this.root.querySelectorAll("input, select")].find(({ id }) => id === focused)?.focus();
  }

  #list({ key, label, options, chosen }) {
    const shown = options.map(([value, words]) => {
      const option = html("option", { value, selected: value === chosen });
      say(option, words);
      return option;
    });
    const list = html("select", { id: this.prefix + key, name: key }, ...shown);
    list.addEventListener("change", () => this.choose(key, list.value));
    const legend = html("span", { class: "legend" });
    say(legend, label);
    return html("label", { class: "list" }, legend, list);
  }

  #group({ key, label, options, chosen }) {
    const legend = html("legend");
    say(legend, label);
    return html("fieldset", {}, legend, ...options.map((option) => this.#option(key, option, chosen)));
  }

  #option(key, [value, label], chosen) {
    const id = `${this.prefix}${key}-${value}`;
    const radio = html("input", { type: "radio", name: this.prefix + key, id, value, checked: value === chosen });
    radio.addEventListener("change", () => this.choose(key, value));
    const words = html("label", { for: id });
    say(words, label);
    return html("span", {}, radio, words);
  }
}
