// The kinds of questions in the properties panel: a line, a text, a choice, a tick, and a list of choices.
import {
  CheckboxEntry,
  SelectEntry,
  TextAreaEntry,
  TextFieldEntry,
  isCheckboxEntryEdited,
  isSelectEntryEdited,
  isTextAreaEntryEdited,
  isTextFieldEntryEdited,
} from "@bpmn-io/properties-panel";
import { h } from "@bpmn-io/properties-panel/preact";
import { useService } from "bpmn-js-properties-panel";

// a component keeps its identity, or the focus would leave it with every letter
function Line(props) {
  const debounce = useService("debounceInput");
  return TextFieldEntry({ ...props, debounce });
}

function Text(props) {
  const debounce = useService("debounceInput");
  return TextAreaEntry({ ...props, debounce, autoResize: true });
}

function Choice(props) {
  return SelectEntry(props);
}

function Tick(props) {
  return CheckboxEntry(props);
}

const asked = (component, isEdited) => (id, label, getValue, setValue, more) => ({
  id,
  label,
  getValue,
  setValue,
  component,
  isEdited,
  ...more,
});

/** line(id, label, get, set, {description, validate, disabled}) and so on. */
export const line = asked(Line, isTextFieldEntryEdited);
export const text = asked(Text, isTextAreaEntryEdited);
export const tick = asked(Tick, isCheckboxEntryEdited);

/**
 * What is chosen, in a few words, with the way to it: the term of a task is changed where the terms are. add is {href, word}, where one
 * is made that is not offered yet.
 */
export function reached(chosen, add) {
  const links = [chosen?.href && h("a", { href: chosen.href }, chosen.open), add && h("a", { href: add.href }, add.word)];
  const parts = [chosen?.about, ...links].filter(Boolean);
  return parts.length ? h("span", {}, parts.flatMap((part, at) => (at ? [" ", part] : [part]))) : undefined;
}

/** options: [{value, label, about, href, open}]; open is the word for href; more.add as in reached. What is chosen already stays in the list, also when it is no longer offered. */
export function choice(id, label, getValue, setValue, options, more) {
  const getOptions = () => {
    const value = getValue() ?? "";
    const known = options.some((it) => it.value === value);
    const kept = value && !known ? [{ value, label: value }] : [];
    return [{ value: "", label: "–" }, ...options, ...kept];
  };
  const chosen = options.find((it) => it.value === getValue());
  return {
    id,
    label,
    description: reached(chosen, more?.add),
    getValue: () => getValue() ?? "",
    setValue,
    getOptions,
    component: Choice,
    isEdited: isSelectEntryEdited,
    ...more,
  };
}

const split = (value) =>
  (value ?? "")
    .split(",")
    .map((it) => it.trim())
    .filter(Boolean);

/** A list written with commas, as one choice for each and one more; an empty choice takes it out. */
export function choices(id, labels, getValue, setValue, options, more) {
  const values = split(getValue());
  return [...values, ""].map((value, index) =>
    choice(
      `${id}-${index}`,
      index === 0 ? labels.first : labels.next,
      () => split(getValue())[index] ?? "",
      (chosen) => {
        const next = split(getValue());
        next.splice(index, 1, chosen);
        setValue(next.filter(Boolean).join(","));
      },
      options.filter((it) => it.value === value || !values.includes(it.value)),
      index === values.length ? more : undefined,
    ),
  );
}
