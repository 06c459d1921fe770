import htmx from "htmx.org/dist/htmx.esm.js";

// Keeps what is typed: says when that fails, shows two answers to one question at that question, saves when somebody leaves.
let unsaved = false;
let saving = false;
let sending = false;
// the button or link that waits until what is being saved has arrived
let pressed = null;
let released = false;

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
// a link waits for it too, so that the next page has the text
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]:not([href^='#'], [target])");
  const waits = link && keeper() && (unsaved || saving) && !released;
  if (!waits || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }
  event.preventDefault();
  pressed = link;
  setTimeout(release, 4000);
  if (!saving) {
    keeper().dispatchEvent(new Event("again"));
  }
});
function release() {
  if (pressed) {
    const control = pressed;
    saving = false;
    pressed = null;
    released = true;
    control.click();
    released = false;
  }
}

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
  saves += 1;
  due = due || asked;
  asked = false;
  sent = states();
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.target === keeper()) {
    const { status } = event.detail.xhr;
    unsaved = unsaved || status !== 200;
    say(status === 200 ? "" : status === 422 ? "refused" : status === 401 || status === 403 ? "session" : "connection");
    saving = false;
    const renews = due && status === 200 && !pressed;
    release();
    if (renews) {
      renew();
    }
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
  fresh.forEach((it) => document.getElementById(it.dataset.rival)?.closest(".field, .row-box, .fieldset")?.after(it));
});

// The last text of a page that is left races the next page to the server. So the tab holds it too, and the next page with
// the same form brings it before anybody types there; the server takes whichever comes first.
const place = () => keeper().getAttribute("data-hx-post");
function shelf(action, ...what) {
  try {
    return sessionStorage[action](...what);
  } catch {
    return null; // a browser that keeps nothing
  }
}

// What somebody types while the page is about to be opened again goes along to it, with the place they type at.
let reopening = false;
const carried = () => place() + " carried";
const controls = (form) => [...form.elements].filter((it) => it.name && it.type !== "hidden" && it.type !== "file");
const differs = (it) =>
  it.options
    ? [...it.options].some((option) => option.selected !== option.defaultSelected)
    : it.checked !== it.defaultChecked || it.value !== it.defaultValue;

function carry(form) {
  const typed = controls(form)
    .filter(differs)
    .map((it) => ({ id: it.id, value: it.value, before: it.defaultValue, checked: it.checked }));
  const at = document.activeElement;
  shelf("setItem", carried(), JSON.stringify({ typed, at: at?.id, from: at?.selectionStart, to: at?.selectionEnd }));
}

function putBack(text) {
  shelf("removeItem", carried());
  const { typed, at, from, to } = JSON.parse(text);
  const control = document.getElementById(at);
  const grown = control?.value ?? "";
  typed.forEach(putBackOne);
  control?.focus();
  if (Number.isInteger(from)) {
    const longer = (control?.value ?? "").startsWith(grown) ? grown.length : 0;
    control?.setSelectionRange?.(from + longer, to + longer);
  }
}

function putBackOne({ id, value, before, checked }) {
  const control = document.getElementById(id);
  if (!control || differs(control)) {
    return;
  }
  // the text that was left came in under it: what was typed since follows it
  const under = control.defaultValue && control.defaultValue !== before ? control.defaultValue : "";
  control.value = under && value.startsWith(before) ? under + value.slice(before.length) : under + value;
  control.checked = checked;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

// Questions that follow from an answer come and go as soon as it is kept. What somebody typed meanwhile stays, with the files
// they chose and the place they are at. Where something is wrong on the page, the button does it, so that no message is lost.
let asked = false;
// the answer is on its way, so the page must be opened again once it is kept
let due = false;
let saves = 0;
let sent = new Map();
let held = false;
const letGo = () =>
  setTimeout(() => {
    held = false;
    if (due && !saving && !unsaved) {
      renew();
    }
  });
["pointerdown", "keydown"].forEach((name) => window.addEventListener(name, () => (held = true), true));
["pointerup", "pointercancel", "keyup", "blur"].forEach((name) => window.addEventListener(name, letGo));
const state = (it) => (it.type === "checkbox" || it.type === "radio" ? it.checked : it.value);
const states = () => new Map(controls(keeper().closest("form")).map((it) => [it.id, state(it)]));

document.addEventListener("change", ({ target }) => {
  const depends = target.closest(".field")?.querySelector("[name=_update]");
  asked = asked || Boolean(depends && target.form === keeper()?.closest("form"));
});

async function renew() {
  const form = keeper().closest("form");
  form.classList.remove("by-hand");
  if (form.querySelector(".error-summary")) {
    return;
  }
  due = false;
  const before = saves;
  try {
    const answer = await fetch(location.pathname + location.search);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-keeper]")?.closest("form");
    if (!answer.ok || !fresh) {
      form.classList.add("by-hand");
      return;
    }
    if (fresh.elements._step?.value !== form.elements._step?.value || sending || pressed) {
      return;
    }
    if (saves === before && !held) {
      replace(form, fresh);
      return;
    }
    // something was kept since, and this page may not have it yet; or a key or button is down, whose press would go nowhere
    due = true;
    if (!saving && !held) {
      renew();
    }
  } catch {
    form.classList.add("by-hand");
  }
}

function replace(form, fresh) {
  const typed = controls(form)
    .filter((it) => sent.get(it.id) !== state(it))
    .map(({ id, value, checked }) => ({ id, value, checked }));
  const chosen = [...form.elements].filter((it) => it.type === "file" && it.files.length > 0);
  const at = document.activeElement;
  const [from, to] = [at.selectionStart, at.selectionEnd];
  const nth = [...form.elements].filter(isLike(at)).indexOf(at);
  form.replaceChildren(...fresh.childNodes);
  htmx.process(form);
  chosen.forEach((it) => document.getElementById(it.id)?.replaceWith(it));
  typed.forEach(({ id, value, checked }) => {
    const control = document.getElementById(id);
    if (control) {
      Object.assign(control, { value, checked });
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  // who is about to press a button, which has no id, presses it all the same
  const control = document.getElementById(at.id) ?? [...form.elements].filter(isLike(at))[nth];
  control?.focus();
  if (Number.isInteger(from)) {
    control?.setSelectionRange?.(from, to);
  }
}

const isLike = (at) => (it) => it.type === at.type && it.name === at.name && it.value === at.value;

window.addEventListener("pagehide", () => {
  const form = keeper()?.closest("form");
  if (form && reopening) {
    carry(form);
    return;
  }
  if (!form || !(unsaved || saving) || sending) {
    return;
  }
  const typed = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  typed.append("_left", "1");
  shelf("setItem", place(), typed);
  typed.append(keeper().dataset.save, "1");
  navigator.sendBeacon(form.action, typed);
});

function openAgain() {
  reopening = true;
  location.replace(location.pathname + location.search);
}

async function bring(text) {
  const typed = new URLSearchParams(text);
  const form = keeper().closest("form");
  if (typed.has("_csrf")) {
    typed.set("_csrf", form.elements._csrf.value);
  }
  try {
    const answer = await fetch(place(), { method: "POST", body: typed, headers: { "HX-Request": "true" } });
    if (answer.ok) {
      shelf("removeItem", place());
      if (!sending && !pressed) {
        openAgain();
      }
      return;
    }
  } catch {
    // it stays for the next time
  }
}

function bringWhatWasLeft() {
  const text = keeper() && shelf("getItem", place());
  if (text) {
    bring(text);
  }
  return text;
}

if (!bringWhatWasLeft() && keeper() && shelf("getItem", carried())) {
  putBack(shelf("getItem", carried()));
}
window.addEventListener("pageshow", (event) => {
  sending = false;
  // a page out of the browser's memory said all it had to say when it was left
  if (event.persisted && keeper() && !bringWhatWasLeft()) {
    openAgain();
  }
});
