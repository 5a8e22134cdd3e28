// A slider over moments, and a button that plays them. It repaints the map alone; the page is not asked.

import { html, say, set } from "./dom.js";

const PACE = 1100; // milliseconds a moment

export class Player {
  /** `show(moment)` is called with the place of the moment to show. */
  constructor(prefix, show) {
    this.show = show;
    this.moment = null;
    const id = `${prefix}moment`;
    this.button = html("button", { type: "button", class: "play", onclick: () => this.#toggle() });
    this.label = html("label", { for: id });
    this.slider = html("input", { type: "range", id, min: 0, step: 1 });
    this.output = html("output", { for: id, "aria-live": "polite" });
    this.root = html("div", { class: "player", role: "group", hidden: true }, this.button, this.label, this.slider, this.output);
    this.slider.addEventListener("input", () => {
      this.#pause();
      this.#go(Number(this.slider.value));
    });
    this.slider.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      this.#toggle();
    });
  }

  /** The moments of a payload. The one that is shown stays while they stay; else it is the payload's own. */
  update({ steps, words }) {
    this.root.hidden = !steps;
    const drawn = JSON.stringify(steps && [steps.at, steps.items.map(({ label }) => label)]);
    [this.steps, this.words] = [steps, words];
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.#pause();
    if (!steps) return;
    this.slider.max = String(steps.items.length - 1);
    say(this.label, steps.label);
    set(this.root, "aria-label", steps.label);
    this.#mark(steps.at);
  }

  #mark(moment) {
    const { label } = this.steps.items[moment];
    this.moment = moment;
    this.slider.value = String(moment);
    set(this.slider, "aria-valuetext", label);
    say(this.output, label);
  }

  #go(moment) {
    this.#mark(moment);
    this.show(moment);
  }

  #toggle() {
    if (this.timer) return this.#pause();
    const last = this.steps.items.length - 1;
    this.#go(this.moment === last ? 0 : this.moment + 1);
    this.timer = setInterval(() => {
      if (!this.root.isConnected || this.moment === last) this.#pause();
      else this.#go(this.moment + 1);
    }, PACE);
    return this.#named(true);
  }

  #pause() {
    clearInterval(this.timer);
    this.timer = null;
    this.#named(false);
  }

  #named(playing) {
    say(this.button, playing ? this.words.pause : this.words.play);
    this.button.dataset.playing = String(playing);
  }
}
