// The questions about the way through a model: arrows, events, tables, other models, parallel branches.
import { is, isAny } from "bpmn-js/lib/util/ModelUtil";
import { choice, line, tick } from "./entries.js";
import { definitionOf, modelOf } from "./model.js";
import { callOf } from "./step-arguments.js";

const RESULTS = ["singleEntry", "singleResult", "collectEntries", "resultList"];
const CHOOSING = ["bpmn:ExclusiveGateway", "bpmn:InclusiveGateway"];

export function flowGroups(panel, element) {
  const { words } = panel;
  const model = modelOf(element);
  if (is(model, "bpmn:SequenceFlow") && isAny(model.sourceRef, CHOOSING)) {
    return [arrow(panel, element, model)];
  }
  if (is(model, "bpmn:BusinessRuleTask")) {
    return [table(panel, element, model)];
  }
  if (is(model, "bpmn:CallActivity")) {
    const set = (value) =>
      panel.change.set(element, model, {
        calledElement: value,
        "camunda:calledElementBinding": value ? "deployment" : "",
      });
    return [
      panel.group("called", [
        choice("samenspraak-called", words.calledModel, () => model.calledElement, set, panel.offered.models),
      ]),
    ];
  }
  return [];
}

function arrow(panel, element, model) {
  const { words, change } = panel;
  const source = model.sourceRef;
  const setDefault = (yes) => {
    change.set(element.source, source, { default: yes ? model : undefined });
    // a way without others needs no condition of its own
    if (yes && model.conditionExpression) {
      change.expression(element, model, "conditionExpression", "");
    }
  };
  const isDefault = () => source.default === model;
  const body = () => model.conditionExpression?.body ?? "";
  const entries = [tick("samenspraak-default", words.otherwise, isDefault, setDefault)];
  if (!isDefault()) {
    const set = (value) => change.expression(element, model, "conditionExpression", value);
    entries.unshift(line("samenspraak-condition", words.condition, body, set, { description: words.conditionHelp }));
  }
  return panel.group("arrow", entries);
}

function table(panel, element, model) {
  const { words, change } = panel;
  const get = () => model.get("camunda:decisionRef");
  const set = (value) =>
    change.set(element, model, {
      "camunda:decisionRef": value,
      "camunda:decisionRefBinding": value ? "deployment" : "",
    });
  const results = RESULTS.map((value) => ({ value, label: words[value] }));
  return panel.group("table", [
    choice("samenspraak-decision", words.decision, get, set, panel.offered.tables),
    panel.attribute(choice, element, model, "camunda:mapDecisionResult", words.mapping, results),
    panel.attribute(line, element, model, "camunda:resultVariable", words.result, { description: words.resultHelp }),
  ]);
}

export function eventGroups(panel, element) {
  const { words, change } = panel;
  const model = modelOf(element);
  const timer = definitionOf(model, "bpmn:TimerEventDefinition");
  const condition = definitionOf(model, "bpmn:ConditionalEventDefinition");
  const message = definitionOf(model, "bpmn:MessageEventDefinition");
  const throws = isAny(model, ["bpmn:IntermediateThrowEvent", "bpmn:EndEvent"]);
  const asked = (holder, name, label, more) =>
    line(
      `samenspraak-${name}`,
      label,
      () => holder.get(name)?.body ?? "",
      (value) => change.expression(element, holder, name, value),
      more,
    );
  return [
    timer &&
      panel.group("clock", [
        untilTerm(panel, element, timer),
        asked(timer, "timeDate", words.until, { description: words.untilHelp }),
      ]),
    condition &&
      panel.group("fact", [
        asked(condition, "condition", words.condition, { description: words.conditionHelp }),
        panel.attribute(line, element, condition, "camunda:variableName", words.variable),
      ]),
    message &&
      throws &&
      panel.group("message", [panel.attribute(line, element, message, "camunda:expression", words.expression)]),
  ];
}

/** Nearly every clock waits for the end of a term: chosen by its name, it writes the expression. */
function untilTerm(panel, element, timer) {
  const { words, change, offered } = panel;
  const due = () => {
    const call = callOf(timer.get("timeDate")?.body);
    return call?.step === "clock.due" ? call.given[0] : "";
  };
  const set = (term) => change.expression(element, timer, "timeDate", term && `\${clock.due(${term})}`);
  const terms = offered.terms.map((it) => ({ ...it, value: `'${it.value}'` }));
  return choice("samenspraak-clock-term", words.untilTerm, due, set, terms);
}

export function loopGroup(panel, element) {
  const { words, change } = panel;
  const loop = modelOf(element).loopCharacteristics;
  if (!is(loop, "bpmn:MultiInstanceLoopCharacteristics")) {
    return undefined;
  }
  const get = () => loop.get("camunda:collection");
  // the branch has one name in every model
  const set = (value) =>
    change.set(element, loop, { "camunda:collection": value, "camunda:elementVariable": value ? "item" : "" });
  const asked = (name, label) =>
    line(
      `samenspraak-${name}`,
      label,
      () => loop.get(name)?.body ?? "",
      (value) => change.expression(element, loop, name, value),
    );
  return panel.group("each", [
    line("samenspraak-collection", words.collection, get, set, { description: words.collectionHelp }),
    asked("loopCardinality", words.cardinality),
    asked("completionCondition", words.completion),
  ]);
}

export function runGroup(panel, element) {
  const model = modelOf(element);
  if (!isAny(model, ["bpmn:Activity", "bpmn:Event", "bpmn:Gateway"])) {
    return undefined;
  }
  const group = panel.group("technique", [
    panel.attribute(tick, element, model, "camunda:asyncBefore", panel.words.asyncBefore),
  ]);
  return { ...group, shouldOpen: false };
}
