// j and k move over the rows of a list, o opens (Enter too: it is a link), c takes the task, x chooses it.
// Single keys get in the way of speech input: a switch on the page turns them off (WCAG 2.1.4).
const STORED = "samenspraak-keys";
const rows = () => [...document.querySelectorAll("[data-row]")];
const typing = (target) => target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");
const isOn = () => localStorage.getItem(STORED) !== "off";

let picked = -1;

function pick(step) {
  const all = rows();
  all[Math.min(Math.max(picked + step, 0), all.length - 1)]?.querySelector("[data-open]").focus();
}

const press = (what) => document.querySelector(`.is-picked [data-${what}]`)?.click();
const KEYS = {
  j: () => pick(1),
  k: () => pick(-1),
  o: () => press("open"),
  c: () => press("claim"),
  x: () => press("choose"),
};

document.addEventListener("keydown", (event) => {
  if (isOn() && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
    KEYS[event.key]?.();
  }
});

document.addEventListener("focusin", (event) => {
  const row = event.target.closest("[data-row]");
  if (row) {
    rows().forEach((other) => other.classList.toggle("is-picked", other === row));
    picked = rows().indexOf(row);
  }
});

// a row that was taken comes back as a new one: who was there stays there
document.addEventListener("htmx:afterSettle", () => {
  if (picked >= 0 && !document.querySelector(".is-picked")) {
    pick(0);
  }
});

document.querySelectorAll("[data-choose-all]").forEach((all) => {
  all.hidden = false;
  all.addEventListener("change", () => {
    document.querySelectorAll("[data-choose]").forEach((one) => {
      one.checked = all.checked;
    });
  });
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
