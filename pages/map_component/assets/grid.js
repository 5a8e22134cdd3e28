// The legend of two layers at once: three classes by three, the first layer upward, the second to the right.

import { html, say, set } from "./dom.js";
import { inkOn } from "./paint.js";

export class Grid {
  constructor() {
    this.table = html("table");
    this.root = html("div", { class: "grid", hidden: true }, this.table);
  }

  /** `grid` = the payload's `legend_grid` or null; `buttons` its cells in the order of the legend. */
  update(grid, buttons) {
    this.root.hidden = !grid;
    if (!grid) return this.table.replaceChildren();
    const { x, y, fills } = grid;
    const rows = fills.map((fillsOfRow, row) =>
      html(
        "tr",
        {},
        heading(y.labels[row], "row"),
        ...fillsOfRow.map((fill, column) => {
          const button = buttons[row * fillsOfRow.length + column];
          button.style.background = fill;
          button.style.color = inkOn(fill);
          set(button, "title", `${y.title}: ${y.labels[row]} · ${x.title}: ${x.labels[column]}`);
          return html("td", {}, button);
        }),
      ),
    );
    const upright = html("th", { scope: "rowgroup", rowspan: rows.length, class: "axis upright" }, html("span"));
    say(upright.firstChild, `${y.title} →`);
    rows.at(-1).prepend(upright);
    const below = html("th", { scope: "colgroup", colspan: x.labels.length, class: "axis" });
    say(below, `${x.title} →`);
    return this.table.replaceChildren(
      ...rows.reverse(),
      html("tr", {}, html("td"), html("td"), ...x.labels.map((label) => heading(label, "col"))),
      html("tr", {}, html("td"), html("td"), below),
    );
  }
}

function heading(label, scope) {
  const cell = html("th", { scope });
  say(cell, label);
  return cell;
}
