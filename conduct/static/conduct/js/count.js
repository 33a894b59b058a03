// Say how many characters are left. Without this the limit stands there as text.
for (const line of document.querySelectorAll("[data-count-for]")) {
  const field = document.getElementById(line.dataset.countFor);
  if (!field) continue;
  field.removeAttribute("maxlength"); // the server refuses with words; a silent cut would lose text
  const spoken = document.createElement("span");
  spoken.className = "ear";
  spoken.setAttribute("role", "status");
  line.after(spoken);
  let wait;
  const tell = () => {
    const left = Number(line.dataset.limit) - [...field.value].length;
    const text = (left < 0 ? line.dataset.over : line.dataset.left).replace("{count}", Math.abs(left).toLocaleString());
    line.textContent = text;
    line.classList.toggle("field-error", left < 0);
    clearTimeout(wait);
    wait = setTimeout(() => { spoken.textContent = text; }, 1000);
  };
  field.addEventListener("input", tell);
  if (field.value) tell();
}
