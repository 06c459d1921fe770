// j and k move over the rows of a list, Enter opens, c takes the task
const rows = () => [...document.querySelectorAll("[data-row]")];
const typing = (target) => target.closest("input, select, textarea, [contenteditable]");

function pick(step) {
  const all = rows();
  const now = all.findIndex((row) => row.classList.contains("is-picked"));
  const next = all[Math.min(Math.max(now + step, 0), all.length - 1)];
  if (!next) {
    return;
  }
  all.forEach((row) => row.classList.toggle("is-picked", row === next));
  next.querySelector("[data-open]")?.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
    return;
  }
  if (event.key === "j") {
    pick(1);
  } else if (event.key === "k") {
    pick(-1);
  } else if (event.key === "c") {
    document.querySelector(".is-picked [data-claim]")?.click();
  }
});

document.addEventListener("focusin", (event) => {
  const row = event.target.closest?.("[data-row]");
  if (row) {
    rows().forEach((other) => other.classList.toggle("is-picked", other === row));
  }
});
