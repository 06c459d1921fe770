// The editor of a form: the form-js editor. How it looks to people is shown by the server, which draws forms itself.
import { FormEditor } from "@bpmn-io/form-js-editor";
import { comparison } from "./compare.js";
import { DUTCH_CHOICES, DUTCH_FIELDS, DUTCH_FORM } from "./dutch-form.js";
import { markStyle } from "./findings.js";
import { formDifferences } from "./form-differences.js";
import housePanel from "./form-panel.js";
import { made, publishedOf } from "./page.js";
import { relabel } from "./translate.js";

export async function formEditor(page) {
  const container = made("div", { className: "editor-form" });
  container.setAttribute("aria-label", page.words.formName);
  container.setAttribute("role", "group");
  page.host.append(container);
  const editor = new FormEditor({ container, lang: page.lang, additionalModules: [housePanel] });
  if (page.lang !== "en") {
    relabel(container, DUTCH_FORM, ".fjs-form");
    // what the drawn fields say of themselves, beside what people wrote
    relabel(container, DUTCH_FIELDS, "label, .fjs-form-field-text, .fjs-form-field-html, .fjs-form-field-description");
    // a new field starts with the name of its kind, which then is what people read
    editor.on("commandStack.formField.add.preExecute", ({ context: { formField } }) => {
      formField.label = DUTCH_FORM[formField.label] ?? formField.label;
      formField.values?.forEach((choice) => (choice.label = DUTCH_CHOICES[choice.label] ?? choice.label));
    });
  }
  if (page.readonly) {
    // there is no viewer here: the page shows the form as the server draws it
    container.inert = true;
  }
  return editorOf(page, editor, container, await publishedOf(page));
}

function editorOf(page, editor, container, published) {
  let original;
  let opened;
  const text = () => `${JSON.stringify(kept(original, opened, editor.saveSchema()), null, 2)}\n`;
  const lines = async (one, other) => formDifferences(JSON.parse(one), JSON.parse(other), page.lang);
  const read = async () => text();
  const stack = editor.get("commandStack");
  const fields = editor.get("formFieldRegistry");
  const go = (id) => {
    const field = fields.get(id) ?? fields.getAll().find((it) => it.key === id);
    if (field) {
      editor.get("selection").set(field);
      container.querySelector(`[data-id="${CSS.escape(field.id)}"]`)?.scrollIntoView({ block: "nearest" });
    }
  };
  return {
    async open(content) {
      original = JSON.parse(content);
      await editor.importSchema(structuredClone(original));
      opened = structuredClone(editor.saveSchema());
    },
    read,
    lines,
    go,
    mark: markStyle((id) => {
      const field = fields.getAll().find((it) => it.id === id || it.key === id);
      return `.editor-form .fjs-element[data-id="${field?.id ?? id}"]`;
    }),
    onChange: (act) => editor.on("commandStack.changed", ({ trigger }) => trigger !== "clear" && act()),
    file: {
      get name() {
        return `${original?.id ?? "form"}.form`;
      },
      type: "application/json",
    },
    acts: {
      undo: () => stack.canUndo() && stack.undo(),
      redo: () => stack.canRedo() && stack.redo(),
      compare: comparison(page, { published, lines, read, look: go }),
    },
  };
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const isObject = (it) => it !== null && typeof it === "object" && !Array.isArray(it);
const byId = (list) => new Map((Array.isArray(list) ? list : []).map((it) => [it?.id, it]));

/**
 * What the file said (was), with only what the designer changed: the editor writes defaults and its own version into each file
 * it opens (opened), in another order, and that is no change.
 */
function kept(was, opened, now) {
  if (same(opened, now)) {
    return was;
  }
  if (Array.isArray(now)) {
    const [before, read] = [byId(was), byId(opened)];
    return now.map((it) =>
      it?.id !== undefined && before.has(it.id) ? kept(before.get(it.id), read.get(it.id), it) : it,
    );
  }
  if (!isObject(now) || !isObject(was)) {
    return now;
  }
  const written = (name) => name in now && (name in was || !same(opened?.[name], now[name]));
  const unread = (name) => !(name in now) && !(name in (opened ?? {}));
  const names = [...new Set([...Object.keys(was), ...Object.keys(now)])].filter(
    (name) => written(name) || unread(name),
  );
  return Object.fromEntries(
    names.map((name) => [name, unread(name) ? was[name] : kept(was[name], opened?.[name], now[name])]),
  );
}
