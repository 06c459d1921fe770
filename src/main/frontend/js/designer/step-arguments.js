// The step of a model as questions: ${clock.due('hear')} is the step clock.due with its term. The names of what a step takes
// come from its element template, which the server makes from the step itself.
import { choice, line } from "./entries.js";

const CALL = /^\$\{\s*(\w+\.\w+)\((.*)\)\s*\}$/s;
// a text between quotes holds commas of its own
const ARGUMENT = /'[^']*'|[^,\s][^,]*/g;
const OFFERED = { term: "terms", group: "groups", form: "forms", letter: "letters" };
// the same word means something else elsewhere
const OF_A_STEP = { "correspondence.letter.template": "letters", "correspondence.mail.template": "letters" };

/** The step and what it is given, or nothing when the expression is something else. */
export function callOf(expression) {
  const [, step, inside] = CALL.exec(expression ?? "") ?? [];
  return step && { step, given: (inside.match(ARGUMENT) ?? []).map((it) => it.trim()) };
}

const written = ({ step, given }) => `\${${step}(${given.join(", ")})}`;
const expressionIn = (template) => template?.properties.find((it) => it.binding.name === "camunda:expression")?.value;

/** The template of the step that an expression calls: models that came along name none. */
export const templateFor = (expression, templates) => {
  const step = callOf(expression)?.step;
  return step && templates.find((it) => callOf(expressionIn(it))?.step === step);
};

/** The call that a template starts from, when the expression that there is calls another step: templates keep what was typed. */
export function freshCall(expression, template) {
  const fresh = expressionIn(template);
  return callOf(fresh) && callOf(fresh).step !== callOf(expression)?.step ? fresh : undefined;
}

/** Whether the template does nothing but call a step: then its questions are ours. */
export const isCall = (template) => template?.properties.length === 1 && callOf(expressionIn(template)) !== undefined;

/** A question for each thing that the step takes; a text of the house is chosen by its name. */
export function argumentEntries(panel, element, model, template) {
  const { words } = panel;
  const called = callOf(model.get("camunda:expression"));
  const names = callOf(expressionIn(template))?.given ?? [];
  if (!called || called.step !== callOf(expressionIn(template))?.step) {
    return [];
  }
  return names.map((name, index) => {
    // as long as nothing is chosen, the template's own word stands there
    const get = () => (called.given[index] === name ? "" : (called.given[index] ?? ""));
    const set = (value) => {
      const given = names.map((other, place) => (place === index ? value : called.given[place]) || other);
      panel.change.set(element, model, { "camunda:expression": written({ ...called, given }) });
    };
    const id = `samenspraak-argument-${name}`;
    const label = words.arguments[name] ?? name;
    const kind = OF_A_STEP[`${called.step}.${name}`] ?? OFFERED[name];
    const list = panel.offered[kind];
    if (list?.length) {
      const quoted = list.map((it) => ({ ...it, value: `'${it.value}'` }));
      return choice(id, label, get, set, quoted, { add: panel.adds[kind] });
    }
    return line(id, label, get, set, { description: words.argumentHelp });
  });
}
