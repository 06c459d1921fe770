// Drives the real form-js viewer as a person would: types, chooses, presses; then tells what is shown, wrong and submitted.
let form;

const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));

/** Until nothing changes any more: effects of the viewer come a frame later. */
async function settled() {
  let before = null;
  for (let same = 0; same < 3; ) {
    await frame();
    const now = document.body.innerHTML + JSON.stringify(form._getState().data);
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

async function open(schema, data) {
  form?.destroy();
  document.body.innerHTML = "<main></main>";
  form = new FormJs.Form({ container: document.querySelector("main") });
  await form.importSchema(schema, data);
  await settled();
}

const indexes = (instance) => Object.values(instance.indexes ?? {});
const field = (instance) => form.get("formFieldRegistry").get(instance.id);
const domId = (instance) => ["fjs-form-" + form._id + "-" + instance.id, ...indexes(instance)].join("_");
const pathOf = (instance) =>
  instance.valuePath.reduce((path, part) => (typeof part === "number" ? `${path}[${part}]` : path ? `${path}.${part}` : part), "");

const isList = (instance) => field(instance).type === "dynamiclist";
const isAsked = (instance) => isList(instance) || form.get("formFields").get(field(instance).type).config.keyed;

function at(path) {
  const found = form
    .get("formFieldInstanceRegistry")
    .getAll()
    .find((it) => isAsked(it) && pathOf(it) === path);
  if (!found) throw new Error("not on the page: " + path);
  return found;
}

/** Values of options as text, as an HTML control would send them, with their labels. */
function options(instance) {
  const { valuesKey, values, valuesExpression } = field(instance);
  const list =
    valuesKey !== undefined
      ? form._getState().initialData[valuesKey]
      : (values ?? form.get("expressionLanguage").evaluate(valuesExpression, form._getState().data));
  return list.map((it) => ({ value: String(it?.value ?? it), label: String(it?.label ?? it?.value ?? it) }));
}

const place = (instance, value) => {
  const found = options(instance).findIndex((it) => it.value === value);
  if (found < 0) throw new Error("not on offer: " + value);
  return found;
};

const fire = (element, type, kind = Event) => element.dispatchEvent(new kind(type, { bubbles: true }));

async function write(element, text) {
  if (element.disabled || element.readOnly) throw new Error("can't be changed: " + element.id);
  element.focus();
  element.value = text;
  fire(element, "input");
  await settled();
  element.blur();
}

async function pick(instance, value) {
  const wanted = options(instance)[place(instance, value)].label;
  const input = document.getElementById(domId(instance));
  input.focus();
  await settled();
  const labels = [...input.closest(".fjs-form-field").querySelectorAll(".fjs-dropdownlist-item")];
  const item = labels.find((it) => it.innerText === wanted);
  if (!item) throw new Error("not on offer: " + wanted + " of " + labels.map((it) => it.innerText));
  fire(item, "mousedown", MouseEvent);
  await settled();
  input.blur();
}

const change = {
  textfield: (instance, text) => write(document.getElementById(domId(instance)), text),
  textarea: (instance, text) => write(document.getElementById(domId(instance)), text),
  number: (instance, text) => write(document.getElementById(domId(instance)), text),
  checkbox: (instance, yes) => {
    const box = document.getElementById(domId(instance));
    if (box.checked !== yes) box.click();
  },
  radio: (instance, value) => document.getElementById(domId(instance) + "-" + place(instance, value)).click(),
  checklist: async (instance, values) => {
    for (const [number, option] of options(instance).entries()) {
      const box = document.getElementById(domId(instance) + "-" + number);
      if (box.checked !== values.includes(option.value)) box.click();
      await settled();
    }
  },
  select: async (instance, value) => {
    if (value) return pick(instance, value);
    fire(document.getElementById(domId(instance)).parentElement.querySelector(".fjs-select-cross"), "mousedown", MouseEvent);
  },
  taglist: async (instance, values) => {
    for (const value of values) await pick(instance, value);
  },
  datetime: async (instance, text) => {
    const day = document.getElementById(domId(instance) + "-date");
    const time = document.getElementById(domId(instance) + "-time");
    if (day) day._flatpickr.setDate(text.slice(0, 10) || null, true, "Y-m-d");
    await settled();
    if (time) await write(time, text.includes("T") ? text.slice(11) : text);
  },
  filepicker: (instance, names) => {
    const chosen = new DataTransfer();
    names.forEach((name) => chosen.items.add(new File(["text"], name)));
    const input = document.getElementById(domId(instance));
    input.files = chosen.files;
    fire(input, "change");
  },
};

async function act([what, value]) {
  if (what === "+" || what === "-") {
    const [, list, row] = value.match(/^(.*?)(?:\[(\d+)])?$/);
    const group = document.querySelector(`[aria-labelledby="${domId(at(what === "+" ? value : list))}"]`);
    const buttons = [...group.querySelectorAll(what === "+" ? ".fjs-repeat-render-add" : ".fjs-repeat-row-remove")];
    buttons.filter((it) => it.closest("[role=group]") === group)[row ?? 0].click();
  } else {
    await change[field(at(what)).type](at(what), value);
  }
  await settled();
}

const line = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const own = (element, selector) =>
  [...element.querySelectorAll(selector)].filter((it) => it.closest(".fjs-form-field") === element);
const first = (element, selector) => line(own(element, selector)[0]?.innerText);

/** What a field offers; a closed list is opened for a moment. */
async function offered(element, kind) {
  if (kind === "radio" || kind === "checklist") {
    return own(element, ".fjs-inline-label").map((it) => line(it.innerText)).sort();
  }
  const input = element.querySelector("input");
  if (!input || input.disabled || input.readOnly || element.classList.contains("fjs-readonly")) return [];
  input.focus();
  await settled();
  const found = [...element.querySelectorAll(".fjs-dropdownlist-item, .fjs-taglist-tag-label")];
  input.blur();
  await settled();
  return found.map((it) => line(it.innerText)).sort();
}

function text(element, kind) {
  if (kind === "text" || kind === "html") return line(element.innerText);
  if (kind === "table") return [...element.querySelectorAll("tr")].map((row) => [...row.children].map((it) => line(it.innerText)).join("|")).join("/");
  return kind === "image" ? (element.querySelector("img")?.getAttribute("src") ?? "") : "";
}

async function look() {
  const seen = [];
  for (const element of document.querySelectorAll(".fjs-form-field")) {
    let kind = [...element.classList].map((it) => it.match(/^fjs-form-field-(.+)$/)?.[1]).find((it) => it);
    if (!kind || kind === "default") continue; // the form itself
    if (kind === "dynamiclist" && !element.querySelector(".fjs-repeat-render-footer")) kind = "group";
    const shows = ["text", "html", "image"].includes(kind);
    const label = kind === "button" ? line(element.innerText) : shows ? "" : first(element, ".fjs-form-field-label, legend");
    seen.push({
      kind,
      label: label.replace(/\s*\*$/, ""),
      required: own(element, ".fjs-asterix").length > 0,
      description: first(element, ".fjs-form-field-description"),
      around: own(element, ".fjs-input-adornment-text").map((it) => line(it.innerText)),
      locked: element.classList.contains("fjs-disabled") || element.classList.contains("fjs-readonly"),
      offered: ["radio", "checklist", "select", "taglist"].includes(kind) ? await offered(element, kind) : [],
      text: text(element, kind),
    });
  }
  return seen;
}

async function send() {
  const { data, errors } = form.submit();
  await settled();
  const wrong = form
    .get("formFieldInstanceRegistry")
    .getAllKeyed()
    .filter((it) => indexes(it).reduce((list, index) => list?.[index], errors[it.id])?.length)
    .map(pathOf);
  return { wrong, submitted: data };
}

/** One pair: a schema with data, and what somebody does with it. */
async function play({ schema, data, steps }) {
  await open(schema, data);
  for (const step of steps) await act(step);
  const shown = await look();
  return { shown, ...(await send()) };
}
