// Leave at once: hide the page, empty its fields, end the session, put a neutral page in this one's place.
// Without this the button posts its form, and the server does the same.
const form = document.querySelector("[data-exit]");

function leave() {
  document.body.classList.add("is-leaving");
  const sent = new FormData(form);
  for (const other of document.forms) if (other !== form) empty(other);
  const goodbye = fetch(form.action, { method: "POST", body: sent, keepalive: true, redirect: "manual" });
  const go = () => location.replace(form.dataset.after);
  goodbye.then(go, go);
  setTimeout(go, 800);
}

function empty(other) {
  for (const field of other.elements) {
    if ("checked" in field && /radio|checkbox/.test(field.type)) field.checked = false;
    else if ("value" in field && field.type !== "hidden") field.value = "";
  }
}

if (form?.dataset.after) {
  form.addEventListener("submit", (event) => { event.preventDefault(); leave(); });

  const status = form.querySelector("[data-exit-status]");
  let pressed = [];
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || event.isComposing) { pressed = []; return; }
    const now = Date.now();
    pressed = [...pressed.filter((then) => now - then < 5000), now];
    if (pressed.length >= 3) leave();
    else status.textContent = pressed.length === 2 ? status.dataset.one : status.dataset.two;
  });
  setInterval(() => { if (pressed.length && Date.now() - pressed.at(-1) > 5000) { pressed = []; status.textContent = ""; } }, 1000);
}

addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
