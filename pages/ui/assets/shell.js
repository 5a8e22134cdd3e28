// Runs before Streamlit's own script.

// The process serves one application at its root. Streamlit would otherwise try /<page>/_stcore first on a deep link.
window.__streamlit = { BACKEND_BASE_URL: `${location.origin}/`, MAIN_PAGE_BASE_URL: `${location.origin}/` };

// A link to one of our own pages changes the page without loading the document again: the address is pushed and
// Streamlit is told as if the reader had gone there by the browser's history. Other clicks are left alone.
document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!link || link.origin !== location.origin || link.hasAttribute("download")) return;
  if (link.target && link.target !== "_self") return;
  if (link.hreflang) return; // a document says what language it is in
  if (link.pathname === location.pathname && link.search === location.search) return; // an anchor on this page
  event.preventDefault();
  history.pushState({}, "", link.href);
  dispatchEvent(new PopStateEvent("popstate"));
  document.getElementById("stMain")?.scrollTo(0, 0);
  // On a phone the navigation lies over the page: it goes when the page comes.
  if (link.closest(".pages") && matchMedia("(max-width: 768px)").matches) {
    document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  }
});

// A button with `data-copy` puts the text of the element of that id into the clipboard and says so (`data-done`).
document.addEventListener("click", async (event) => {
  const button = event.target instanceof Element ? event.target.closest("button[data-copy]") : null;
  const source = button && document.getElementById(button.dataset.copy);
  if (!source) return;
  try {
    await navigator.clipboard.writeText(source.textContent);
  } catch {
    // Over plain http from another PC there is no clipboard: what is selected can still be copied.
    getSelection().selectAllChildren(source);
    if (!document.execCommand("copy")) return;
  }
  const before = button.textContent;
  if (before === button.dataset.done) return;
  button.textContent = button.dataset.done;
  setTimeout(() => { button.textContent = before; }, 3000);
});

// A file field's button says "Pilih berkas" by CSS, in place of Streamlit's own words; whoever cannot see it hears the
// same, with what the field is for.
new MutationObserver(() => {
  for (const button of document.querySelectorAll('[data-testid="stFileUploaderDropzone"] > span button:not([aria-label])')) {
    const words = button.querySelector('[data-testid="stMarkdownContainer"]');
    const said = words && getComputedStyle(words, "::after").content;
    if (!said?.startsWith('"')) continue;
    const field = button.closest('[data-testid="stFileUploaderDropzone"]').getAttribute("aria-label");
    button.setAttribute("aria-label", [JSON.parse(said), field].filter(Boolean).join(": "));
  }
}).observe(document, { childList: true, subtree: true });

// A page goes on paper as wide as it is on the screen, made smaller to fit A4 (180 mm between the margins).
addEventListener("beforeprint", () => {
  const page = document.querySelector('[data-testid="stMainBlockContainer"]');
  if (!page) return;
  const { paddingLeft, paddingRight } = getComputedStyle(page);
  const width = page.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  const { style } = document.documentElement;
  style.setProperty("--printed-width", `${width}px`);
  style.setProperty("--printed-zoom", String(Math.min(1, 680 / width)));
});

// A file that was just made saves itself: the button that carries its name (`pages/downloads.py`) is pressed once.
const saved = new Set();
new MutationObserver(() => {
  for (const box of document.querySelectorAll('[class*="st-key-autosave-"]')) {
    const name = [...box.classList].find((each) => each.startsWith("st-key-autosave-"));
    const button = box.querySelector('[data-testid="stDownloadButton"] button:enabled');
    if (!button || saved.has(name)) continue;
    saved.add(name);
    button.click();
  }
}).observe(document, { childList: true, subtree: true, attributeFilter: ["class"] });
