// j and k move over the rows of a list, Enter opens (it is a link), c takes the task.
// Single keys get in the way of speech input: a switch on the page turns them off (WCAG 2.1.4).
const STORED = "samenspraak-keys";
const rows = () => [...document.querySelectorAll("[data-row]")];
const typing = (target) => target.closest("input, select, textarea, [contenteditable]");
const isOn = () => localStorage.getItem(STORED) !== "off";

function pick(step) {
  const all = rows();
  const now = all.findIndex((row) => row.classList.contains("is-picked"));
  all[Math.min(Math.max(now + step, 0), all.length - 1)]?.querySelector("[data-open]").focus();
}

document.addEventListener("keydown", (event) => {
  if (!isOn() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
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
  const row = event.target.closest("[data-row]");
  if (row) {
    rows().forEach((other) => other.classList.toggle("is-picked", other === row));
  }
});

function say(button) {
  button.textContent = isOn() ? button.dataset.off : button.dataset.on;
  button.parentElement.querySelector("[data-keys-hint]").hidden = !isOn();
}

document.querySelectorAll("[data-keys-switch]").forEach((button) => {
  say(button);
  button.addEventListener("click", () => {
    localStorage.setItem(STORED, isOn() ? "off" : "on");
    say(button);
  });
});
