// Copy the number, print the page. Both buttons are hidden without this.
const number = document.querySelector("[data-number]");
const copy = document.querySelector("[data-copy]");
const status = document.querySelector("[data-copy-status]");

if (copy && number && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(number.textContent.trim().replace(/\s+/g, " "));
    status.textContent = copy.dataset.copied;
  });
}

for (const print of document.querySelectorAll("[data-print]")) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
