// What differs between two forms: a field at a time, with each property that changed.
import { formWords } from "./form-words.js";

const WORDS = {
  nl: {
    field: (name) => `vraag “${name}”`,
    form: "formulier",
    added: (what) => `${what} is nieuw`,
    removed: (what) => `${what} is weg`,
    moved: (what) => `${what} staat op een andere plaats`,
    change: (what, was, is) =>
      was === undefined
        ? `${what} wordt “${is}”`
        : is === undefined
          ? `${what} “${was}” is weg`
          : `${what} was “${was}”, wordt “${is}”`,
    values: { true: "ja", false: "nee", no: "nee" },
    option: (number, inside) => `keuze ${number}${{ label_en: ", in het Engels", value: ", als woord" }[inside] ?? ""}`,
    facts: {
      label: "vraag",
      key: "sleutel",
      text: "tekst",
      defaultValue: "antwoord dat er al staat",
      readonly: "alleen lezen",
      valuesKey: "lijst van keuzes",
      "validate.minLength": "minste tekens",
      "validate.maxLength": "meeste tekens",
      "validate.min": "minstens",
      "validate.max": "hoogstens",
      "validate.pattern": "patroon",
      description: "beschrijving",
      "validate.required": "verplicht",
      type: "soort",
      "conditional.hide": "verborgen als",
    },
  },
  en: {
    field: (name) => `question “${name}”`,
    form: "form",
    added: (what) => `${what} is new`,
    removed: (what) => `${what} is gone`,
    moved: (what) => `${what} stands in another place`,
    change: (what, was, is) =>
      was === undefined
        ? `${what} becomes “${is}”`
        : is === undefined
          ? `${what} “${was}” is gone`
          : `${what} was “${was}”, becomes “${is}”`,
    values: { true: "yes", false: "no" },
    option: (number, inside) => `choice ${number}${{ label_en: ", in English", value: ", as a word" }[inside] ?? ""}`,
    facts: {
      label: "question",
      key: "key",
      text: "text",
      defaultValue: "answer that is there already",
      readonly: "read only",
      valuesKey: "list of choices",
      "validate.minLength": "least characters",
      "validate.maxLength": "most characters",
      "validate.min": "at least",
      "validate.max": "at most",
      "validate.pattern": "pattern",
      description: "description",
      "validate.required": "required",
      type: "kind",
      "conditional.hide": "hidden when",
    },
  },
};
// how fields stand beside each other and what a tool writes says nothing to who fills in the form
const SILENT = /^(layout\.|id$|schemaVersion|exporter|executionPlatform)/;

function fieldsOf(components, into = new Map(), parent = "") {
  (components ?? []).forEach((it) => {
    into.set(it.id, { field: it, parent });
    fieldsOf(it.components, into, it.id);
  });
  return into;
}

/** validate: {required: true} is validate.required = true; fields inside are fields of their own. */
function factsOf(value, path = "", into = {}) {
  if (value !== null && typeof value === "object" && !(Array.isArray(value) && path.endsWith("components"))) {
    Object.entries(value).forEach(
      ([name, inside]) => name !== "components" && factsOf(inside, path ? `${path}.${name}` : name, into),
    );
  } else if (path && !SILENT.test(path)) {
    into[path] = String(value);
  }
  return into;
}

/** What a property is called: as the panel asks it, where it does. */
function called(key, words, ours) {
  const [, index, inside] = /^values\.(\d+)\.(\w+)$/.exec(key) ?? [];
  if (index !== undefined) {
    return words.option(Number(index) + 1, inside);
  }
  const name = key.replace(/^properties\./, "");
  const asked = ours[name];
  return words.facts[key] ?? (typeof asked === "string" ? asked[0].toLowerCase() + asked.slice(1) : name);
}

export function formDifferences(before, after, lang) {
  const words = WORDS[lang] ?? WORDS.nl;
  const ours = formWords(lang);
  const spoken = (value) => words.values[value] ?? ours.values[value] ?? value;
  const old = fieldsOf(before.components);
  const now = fieldsOf(after.components);
  const named = ({ label, text, key, id }) => words.field(label || text || key || id);
  const lines = [];
  const changes = (id, what, one, other) => {
    const was = factsOf(one);
    const is = factsOf(other);
    [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((key) => was[key] !== is[key])
      .forEach((key) =>
        lines.push({
          id,
          kind: "changed",
          text: `${what}: ${words.change(called(key, words, ours), spoken(was[key]), spoken(is[key]))}`,
        }),
      );
  };
  changes(after.id, words.form, before, after);
  for (const [id, { field, parent }] of now) {
    const was = old.get(id);
    if (!was) {
      lines.push({ id, kind: "added", text: words.added(named(field)) });
    } else {
      changes(id, named(field), was.field, field);
      if (was.parent !== parent) {
        lines.push({ id, kind: "moved", text: words.moved(named(field)) });
      }
    }
  }
  [...old]
    .filter(([id]) => !now.has(id))
    .forEach(([id, { field }]) => lines.push({ id, kind: "removed", text: words.removed(named(field)) }));
  const order = (fields) => [...fields.keys()].filter((id) => old.has(id) && now.has(id));
  const places = order(old);
  order(now).forEach((id, index) => {
    if (places[index] !== id && !lines.some((it) => it.id === id)) {
      lines.push({ id, kind: "moved", text: words.moved(named(now.get(id).field)) });
    }
  });
  return lines;
}
