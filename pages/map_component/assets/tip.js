// What one area has to say: beside the pointer, or under the ringed area when keys or a finger chose it.

import { html, say } from "./dom.js";

export class Tip {
  /** `open(code)` is called by the button that a finger needs. */
  constructor(open) {
    this.name = html("strong");
    this.state = html("span", { class: "tip-state" });
    this.facts = html("dl");
    this.weak = html("p", { class: "tip-weak" });
    this.button = html("button", { type: "button", onclick: () => open(this.code) });
    this.root = html("div", { class: "tip", role: "status", hidden: true }, this.name, this.state, this.facts, this.weak, this.button);
  }

  hide() {
    this.root.hidden = true;
    this.code = null;
  }

  /** Show `row` at `x`, `y` of a box `width` wide. `pinned` adds the button. */
  show(row, data, print, { x, y, width, pinned }) {
    this.code = row.code;
    say(this.name, row.name);
    say(this.state, [row.moment, row.within, row.word].filter(Boolean).join(" · "));
    this.facts.replaceChildren(
      ...facts(row, data, print).flatMap(([term, figure]) => {
        const pair = [html("dt"), html("dd")];
        say(pair[0], term);
        say(pair[1], figure);
        return pair;
      }),
    );
    say(this.weak, row.weak ? data.words.weak : "");
    say(this.button, row.opens);
    this.button.hidden = !pinned;
    this.root.classList.toggle("pinned", Boolean(pinned));
    this.root.hidden = false;
    const { offsetWidth, offsetHeight } = this.root;
    const left = Math.max(0, Math.min(x + 14, width - offsetWidth));
    const above = y - offsetHeight - 12;
    this.root.style.transform = `translate(${left}px, ${above > 0 ? above : y + 16}px)`;
  }
}

/** Terms and figures; of another moment of a slider the class alone is known. */
function facts(row, { title, words, legend_grid: grid }, print) {
  if (row.text === undefined) return [];
  return [
    [title, row.text],
    ...(grid && row.second ? [[grid.y.title, row.second]] : []),
    ...(row.moment
      ? []
      : [
          [words.sources, print.number(row.sources)],
          [words.grade, row.grade ?? "–"],
          [words.newest, print.date(row.newest)],
        ]),
  ];
}
