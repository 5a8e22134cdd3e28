// Pointer, finger and keys on the areas: what is pointed at is ringed and told, what is clicked opens.

import { neighbour } from "./geometry.js";

const codeAt = (event) => event.target.closest?.("[data-code]")?.dataset.code ?? null;

export class Pointing {
  /** `stage` holds `drawing`, its insets and `tip`. `tell(code, place)` fills the tip, `open(code)` and `up()` lead on. */
  constructor({ stage, drawing, tip, tell, open, up }) {
    Object.assign(this, { stage, drawing, tip, tell, open, up });
    for (const surface of [drawing.svg, drawing.insets.root]) this.#listen(surface);
    drawing.svg.addEventListener("focusin", (event) => {
      if (codeAt(event) && event.target.matches(":focus-visible")) this.#pin(event.target);
    });
    drawing.svg.addEventListener("focusout", (event) => stage.contains(event.relatedTarget) || this.leave());
    drawing.svg.addEventListener("keydown", (event) => this.#key(event, codeAt(event)));
  }

  #listen(surface) {
    surface.addEventListener("pointermove", (event) => {
      if (event.pointerType !== "touch") this.#point(event);
    });
    surface.addEventListener("pointerleave", () => this.tip.root.classList.contains("pinned") || this.leave());
    surface.addEventListener("click", (event) => {
      const code = codeAt(event);
      if (!code) return this.leave();
      this.rove(code);
      return event.pointerType === "touch" ? this.#pin(event.target) : this.open(code);
    });
  }

  /** After a new picture: one area that Tab reaches, the same as before where it is still there. */
  settle() {
    this.told = null;
    this.tip.hide();
    this.rove(this.drawing.paths.has(this.here) ? this.here : [...this.drawing.paths.keys()][0]);
  }

  /** Make `code` the one area that Tab reaches. */
  rove(code, focus = false) {
    this.drawing.paths.get(this.here)?.path.setAttribute("tabindex", -1);
    this.here = code;
    const path = this.drawing.paths.get(code)?.path;
    path?.setAttribute("tabindex", 0);
    if (focus) path?.focus();
  }

  /** Go to an area as a search does: focused, ringed and told. */
  seek(code) {
    this.rove(code, true);
    const { path } = this.drawing.paths.get(code);
    path.scrollIntoView({ block: "nearest", inline: "center" });
    this.#pin(path);
  }

  /** The same area, told anew: its figure is of another moment. */
  retell() {
    if (this.told) this.tell(this.told.code, this.told.place);
  }

  leave() {
    this.told = null;
    this.drawing.mark(null);
    this.tip.hide();
  }

  #key(event, code) {
    if (!code) return;
    if (event.key === "Enter" || event.key === " ") this.open(code);
    else if (event.key === "Escape") this.up();
    else if (event.key.startsWith("Arrow")) {
      const next = neighbour(this.drawing.paths, code, event.key);
      if (next) this.rove(next, true);
    } else return;
    event.preventDefault();
  }

  #point(event) {
    const code = codeAt(event);
    if (!code) return this.leave();
    return this.#tell(code, event.clientX, event.clientY, false);
  }

  #pin(area) {
    const { left, width, top } = area.getBoundingClientRect();
    this.#tell(area.dataset.code, left + width / 2, top, true);
  }

  #tell(code, clientX, clientY, pinned) {
    const box = this.stage.getBoundingClientRect();
    this.drawing.mark(code);
    this.told = { code, place: { x: clientX - box.left, y: clientY - box.top, width: box.width, pinned } };
    this.retell();
  }
}
