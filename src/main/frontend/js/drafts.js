// Keeps what is typed: says when that fails, shows two answers to one question at that question, saves when somebody leaves.
let unsaved = false;
let saving = false;
let sending = false;
// the button that waits until what is being saved has arrived
let pressed = null;

const keeper = () => document.querySelector("[data-keeper]");
const say = (fault) =>
  keeper()
    ?.querySelectorAll("[data-fault]")
    .forEach((it) => (it.hidden = it.dataset.fault !== fault));

document.addEventListener("input", (event) => {
  unsaved = unsaved || keeper()?.closest("form") === event.target.form;
});
// a text that arrives after its own page was sent would put back what the button changed
document.addEventListener("submit", (event) => {
  if (keeper()?.closest("form") !== event.target) {
    return;
  }
  if (saving) {
    event.preventDefault();
    pressed = event.submitter ?? event.target.querySelector("[type=submit]");
    setTimeout(release, 4000);
    return;
  }
  sending = true;
});
function release() {
  if (pressed) {
    const button = pressed;
    saving = false;
    pressed = null;
    button.click();
  }
}
window.addEventListener("pageshow", () => (sending = false));

document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target !== keeper()) {
    return;
  }
  if (sending) {
    event.preventDefault();
    return;
  }
  unsaved = false;
  saving = true;
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.target === keeper()) {
    const { status } = event.detail.xhr;
    unsaved = unsaved || status !== 200;
    say(status === 200 ? "" : status === 422 ? "refused" : status === 401 || status === 403 ? "session" : "connection");
    saving = false;
    release();
  }
});
window.addEventListener("online", () => unsaved && keeper()?.dispatchEvent(new Event("again")));

// each at its own field; what was settled elsewhere goes
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id !== "kept") {
    return;
  }
  const form = event.target.closest("form");
  const fresh = [...event.target.querySelectorAll("[data-rival]")];
  form.querySelectorAll("[data-rival]").forEach((it) => fresh.includes(it) || it.remove());
  fresh.forEach((it) => document.getElementById(it.dataset.rival)?.closest(".field, .fieldset")?.after(it));
});

window.addEventListener("pagehide", () => {
  const form = keeper()?.closest("form");
  if (!form || !unsaved || sending) {
    return;
  }
  const typed = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  typed.append(keeper().dataset.save, "1");
  if (navigator.sendBeacon(form.action, typed)) {
    unsaved = false;
  }
});
