// Five minutes before the page closes by itself: say so, and let one press keep it open.
const notice = document.querySelector("[data-stay]");
const WARN = 55 * 60 * 1000, END = 60 * 60 * 1000;

if (notice) {
  let used = Date.now();
  const watch = setInterval(() => {
    const idle = Date.now() - used;
    if (idle >= END) { clearInterval(watch); location.replace(notice.dataset.after); }
    else if (idle >= WARN) notice.hidden = false;
  }, 5000);
  notice.querySelector("button").addEventListener("click", async () => {
    const answer = await fetch(notice.dataset.stay, { method: "HEAD", redirect: "manual" });
    if (!answer.ok) { location.replace(notice.dataset.after); return; }
    used = Date.now();
    notice.hidden = true;
  });
}
