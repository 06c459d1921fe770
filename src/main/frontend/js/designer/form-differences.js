// What differs between two forms: a field at a time, with each property that changed.
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
    facts: {
      label: "label",
      key: "sleutel",
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
    facts: {
      label: "label",
      key: "key",
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

export function formDifferences(before, after, lang) {
  const words = WORDS[lang] ?? WORDS.nl;
  const old = fieldsOf(before.components);
  const now = fieldsOf(after.components);
  const called = ({ label, text, key, id }) => words.field(label || text || key || id);
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
          text: `${what}: ${words.change(words.facts[key] ?? key.replace(/^properties\./, ""), was[key], is[key])}`,
        }),
      );
  };
  changes(after.id, words.form, before, after);
  for (const [id, { field, parent }] of now) {
    const was = old.get(id);
    if (!was) {
      lines.push({ id, kind: "added", text: words.added(called(field)) });
    } else {
      changes(id, called(field), was.field, field);
      if (was.parent !== parent) {
        lines.push({ id, kind: "moved", text: words.moved(called(field)) });
      }
    }
  }
  [...old]
    .filter(([id]) => !now.has(id))
    .forEach(([id, { field }]) => lines.push({ id, kind: "removed", text: words.removed(called(field)) }));
  const order = (fields) => [...fields.keys()].filter((id) => old.has(id) && now.has(id));
  const places = order(old);
  order(now).forEach((id, index) => {
    if (places[index] !== id && !lines.some((it) => it.id === id)) {
      lines.push({ id, kind: "moved", text: words.moved(called(now.get(id).field)) });
    }
  });
  return lines;
}
