// Keys for lists, only for those who switched them on. Each has a visible control that does the same.
const rows = () => [...document.querySelectorAll("tbody th[scope=row] a, .tasks .task-name a")];
const list = document.querySelector("[data-keys-list]");
const TYPING = "input, textarea, select, [contenteditable]";

function move(step) {
  const links = rows();
  if (!links.length) return;
  const here = links.findIndex((link) => link.closest("tr, li").contains(document.activeElement));
  links[Math.min(Math.max(here + step, 0), links.length - 1)].focus();
}

function open() {
  rows().find((link) => link.closest("tr, li").contains(document.activeElement))?.click();
}

// A letter opens the page of an act, or moves through the list: it follows a visible link, and decides nothing.
const LINKS = { KeyT: "t", KeyH: "h", KeyM: "m", KeyN: "n", BracketLeft: "[", BracketRight: "]" };
const shown = (name) => document.querySelector(`a[data-key="${CSS.escape(LINKS[name] ?? "")}"]`);

const acts = {
  KeyJ: () => move(1),
  KeyK: () => move(-1),
  KeyO: open,
  Slash: () => document.querySelector("[role=search] :is(input, select)")?.focus(),
  "Shift+Slash": () => list?.showModal(),
};

if (document.body.dataset.keys === "on") {
  addEventListener("keydown", (event) => {
    const busy = event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(TYPING);
    const name = event.key === "?" ? "Shift+Slash" : event.key === "/" ? "Slash" : event.code;
    if (busy || list?.open || event.target.closest?.("dialog")) return;
    const act = acts[name] ?? (LINKS[name] && shown(name) ? () => shown(name).click() : null);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
