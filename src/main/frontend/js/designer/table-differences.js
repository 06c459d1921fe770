// What differs between two files with decision tables: a row at a time, as it reads.
const WORDS = {
  nl: {
    decision: (name) => `tabel “${name}”`,
    row: (number, table) => `regel ${number} van tabel “${table}”`,
    added: (what) => `${what} is nieuw`,
    removed: (what) => `${what} is weg`,
    change: (what, was, is) => `${what} was “${was}”, wordt “${is}”`,
    columns: "kolommen",
    policy: "wat geldt bij meer regels",
    expression: "uitdrukking",
  },
  en: {
    decision: (name) => `table “${name}”`,
    row: (number, table) => `row ${number} of table “${table}”`,
    added: (what) => `${what} is new`,
    removed: (what) => `${what} is gone`,
    change: (what, was, is) => `${what} was “${was}”, becomes “${is}”`,
    columns: "columns",
    policy: "what holds when more rows do",
    expression: "expression",
  },
};

const decisionsOf = (definitions) => (definitions.drgElement ?? []).filter((it) => it.$type === "dmn:Decision");
const byId = (list) => new Map((list ?? []).map((it) => [it.id, it]));
const cells = (rule) =>
  [...(rule.inputEntry ?? []), ...(rule.outputEntry ?? [])].map((it) => it.text || "–").join(" | ");
const columns = (logic) =>
  [
    ...(logic?.input ?? []).map((it) => `${it.label ?? ""} ${it.inputExpression?.text ?? ""}`),
    ...(logic?.output ?? []).map((it) => it.label ?? it.name),
  ].join(", ");

export function tableDifferences(before, after, lang) {
  const words = WORDS[lang] ?? WORDS.nl;
  const old = byId(decisionsOf(before));
  const now = byId(decisionsOf(after));
  const lines = [];
  const name = (it) => it.name ?? it.id;
  const put = (id, kind, text) => lines.push({ id, kind, text });
  for (const it of now.values()) {
    const was = old.get(it.id);
    if (was) {
      changes(was, it, words, put);
    } else {
      put(it.id, "added", words.added(words.decision(name(it))));
    }
  }
  [...old.values()]
    .filter((it) => !now.has(it.id))
    .forEach((it) => put(it.id, "removed", words.removed(words.decision(name(it)))));
  return lines;
}

function changes(was, is, words, put) {
  const table = is.name ?? is.id;
  const one = was.decisionLogic;
  const other = is.decisionLogic;
  const compare = (what, before, after) =>
    before !== after &&
    put(is.id, "changed", `${words.decision(table)}: ${words.change(what, before ?? "", after ?? "")}`);
  compare(words.columns, columns(one), columns(other));
  compare(words.policy, one?.hitPolicy, other?.hitPolicy);
  compare(words.expression, one?.text, other?.text);
  const old = byId(one?.rule);
  const rules = other?.rule ?? [];
  rules.forEach((rule, index) => {
    const what = words.row(index + 1, table);
    const before = old.get(rule.id);
    if (!before) {
      put(rule.id, "added", `${words.added(what)}: ${cells(rule)}`);
    } else if (cells(before) !== cells(rule)) {
      put(rule.id, "changed", words.change(what, cells(before), cells(rule)));
    }
  });
  const kept = byId(rules);
  (one?.rule ?? []).forEach((rule, index) => {
    if (!kept.has(rule.id)) {
      put(rule.id, "removed", `${words.removed(words.row(index + 1, table))}: ${cells(rule)}`);
    }
  });
}
