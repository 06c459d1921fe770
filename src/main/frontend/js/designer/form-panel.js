// Questions about a field that form-js does not ask: English, what the house fills in, what gateways may read. They are custom
// properties in the file (forms/README.md), so that Camunda Modeler keeps them.
import { h } from "preact";
import { formWords } from "./form-words.js";

const AFTER = 500;
const LISTS = ["dynamiclist", "group"];
const FORMATS = ["iban", "money", "area", "council", "person"];
const ASKING = [
  "textfield",
  "textarea",
  "number",
  "datetime",
  "checkbox",
  "checklist",
  "radio",
  "select",
  "taglist",
  "filepicker",
  "expression",
];

const inputId = (id) => `samenspraak-${id}`;
const framed = (id, label, input, kind) =>
  h("div", { class: "bio-properties-panel-entry", "data-entry-id": id }, [
    h("div", { class: `bio-properties-panel-${kind}` }, [
      h("label", { for: inputId(id), class: "bio-properties-panel-label" }, label),
      input,
    ]),
  ]);

// The text is handed over when it is finished, not with each letter: one step back is one answer.
const Line = ({ id, label, value, set }) =>
  framed(
    id,
    label,
    h("input", {
      id: inputId(id),
      type: "text",
      class: "bio-properties-panel-input",
      value,
      onChange: (event) => set(event.target.value),
    }),
    "textfield",
  );

const Choice = ({ id, label, value, set, options, words }) => {
  const shown = ["", ...options, ...(value && !options.includes(value) ? [value] : [])];
  const input = h(
    "select",
    { id: inputId(id), class: "bio-properties-panel-input", onChange: (event) => set(event.target.value) },
    shown.map((it) => h("option", { value: it, selected: it === value }, words[it] ?? (it || "–"))),
  );
  return framed(id, label, input, "select");
};

const isEdited = (node) => Boolean(node?.value);

class HousePanel {
  static $inject = ["propertiesPanel", "config.lang"];

  constructor(propertiesPanel, lang) {
    this.words = formWords(lang);
    propertiesPanel.registerProvider(this, AFTER);
  }

  getGroups(field, editField) {
    return (groups) => {
      const [general] = groups;
      if (!field || !general) {
        return groups;
      }
      const own = [
        ["english", this.english(field, editField)],
        ["house", this.house(field, editField)],
      ];
      const made = own
        .filter(([, entries]) => entries.length)
        .map(([id, entries]) => ({
          id: `samenspraak-${id}`,
          label: this.words[id],
          component: general.component,
          entries,
        }));
      return [general, ...made, ...groups.slice(1)];
    };
  }

  /** A custom property of the field; empty takes it out. */
  property(field, editField, name, component = Line, more = {}) {
    const set = (value) => {
      const { [name]: _, ...others } = field.properties ?? {};
      const properties = value ? { ...field.properties, [name]: value } : others;
      editField(field, "properties", Object.keys(properties).length ? properties : undefined);
    };
    return {
      id: `property-${name}`,
      label: this.words[name] ?? name,
      value: field.properties?.[name] ?? "",
      set,
      component,
      isEdited,
      words: this.words.values,
      ...more,
    };
  }

  english(field, editField) {
    const ask = (name) => this.property(field, editField, name);
    if (field.type === "default") {
      return [ask("title"), ask("title_en"), ask("reads")];
    }
    const texts = ["label", "dateLabel", "timeLabel", "description", "text", "alt"];
    const asked = texts.filter((name) => field[name]).map((name) => ask(`${name}_en`));
    if (field.properties?.help) {
      asked.push(ask("help_en"));
    }
    if (field.type === "dynamiclist") {
      asked.push(ask("item"), ask("item_en"));
    }
    return [...asked, ...this.options(field, editField)];
  }

  /** The English of each fixed choice. */
  options(field, editField) {
    return (field.values ?? []).map((option, index) => {
      const set = (text) => {
        const { label_en: _, ...rest } = option;
        const changed = text ? { ...option, label_en: text } : rest;
        editField(
          field,
          "values",
          field.values.map((it, place) => (place === index ? changed : it)),
        );
      };
      const label = this.words.option(option.label ?? option.value);
      return { id: `option-${index}-en`, label, value: option.label_en ?? "", set, component: Line, isEdited };
    });
  }

  house(field, editField) {
    const ask = (name, ...more) => this.property(field, editField, name, ...more);
    if (!ASKING.includes(field.type) && !LISTS.includes(field.type)) {
      return [];
    }
    const personal = ask("personal", Choice, { options: ["yes", "contact"] });
    if (LISTS.includes(field.type)) {
      return [ask("prefill"), personal, ask("when")];
    }
    return [
      ask("help"),
      ask("fact", Choice, { options: ["yes"] }),
      ask("format", Choice, { options: FORMATS }),
      ask("prefill"),
      ask("case", Choice, { options: ["title", "area", "council"] }),
      personal,
      ask("source"),
      ask("when"),
    ];
  }
}

export default {
  __init__: ["housePanel"],
  housePanel: ["type", HousePanel],
};
