// What differs between two models, in the words a designer uses: taak "Advies geven": termijn was 10 dagen, wordt 15 dagen.
import { diff } from "bpmn-js-differ";
import { isAny } from "bpmn-js/lib/util/ModelUtil";
import { differenceWords } from "./difference-words.js";

const SHOWN = ["bpmn:FlowElement", "bpmn:Participant", "bpmn:Lane", "bpmn:Process", "bpmn:TextAnnotation"];

/** Everything of an element that a change may be about, as text by its key. */
function factsOf(model) {
  const facts = {
    name: model.name,
    about: model.documentation?.[0]?.text,
    condition: model.conditionExpression?.body,
    from: model.sourceRef?.name ?? model.sourceRef?.id,
    to: model.targetRef?.name ?? model.targetRef?.id,
    default: model.default?.name ?? model.default?.id,
    attached: model.attachedToRef?.name ?? model.attachedToRef?.id,
    interrupts: model.cancelActivity === undefined ? model.isInterrupting : model.cancelActivity,
    calledElement: model.calledElement,
    message: model.messageRef?.name,
    text: model.text,
  };
  for (const name of [
    "candidateGroups",
    "formRef",
    "expression",
    "resultVariable",
    "decisionRef",
    "mapDecisionResult",
    "historyTimeToLive",
    "asyncBefore",
    "modelerTemplate",
  ]) {
    facts[name] = model.get(`camunda:${name}`);
  }
  for (const it of model.eventDefinitions ?? []) {
    facts.event = it.$type;
    facts.clock = it.timeDate?.body;
    facts.condition = it.condition?.body;
    facts.message = it.messageRef?.name;
    facts.expression = it.get("camunda:expression");
  }
  const loop = model.loopCharacteristics;
  facts.each = loop && (loop.get("camunda:collection") ?? loop.loopCardinality?.body);
  for (const holder of model.extensionElements?.values ?? []) {
    for (const it of holder.values ?? []) {
      facts[`property.${it.name}`] = it.value;
    }
    for (const it of [...(holder.inputParameters ?? []), ...(holder.outputParameters ?? [])]) {
      facts[`parameter.${it.name}`] = it.value;
    }
  }
  return facts;
}

const shown = (value) => (value === undefined || value === null || value === "" ? undefined : String(value));

function changesOf(one, other) {
  const before = factsOf(one);
  const after = factsOf(other);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .map((key) => ({ key, was: shown(before[key]), is: shown(after[key]) }))
    .filter(({ was, is: now }) => was !== now);
}

const named = (model) => `“${model.name || model.text || model.id}”`;
const called = (model, words) => {
  const kind = words.kinds[model.$type.replace("bpmn:", "")] ?? words.kinds.other;
  // most arrows have no name
  const isArrow = model.sourceRef && model.targetRef && !model.name;
  return isArrow ? words.between(kind, named(model.sourceRef), named(model.targetRef)) : `${kind} ${named(model)}`;
};

const OFFERED = {
  candidateGroups: "groups",
  formRef: "forms",
  decisionRef: "tables",
  calledElement: "models",
  "property.term": "terms",
  "property.start_form": "forms",
  "property.started_by": "groups",
  "property.data": "forms",
};

/** The name of what is chosen by its id, as the choices of the panel call it; a task is called by its own name. */
function inWords(key, value, choices, tasks) {
  const list = choices?.[OFFERED[key]] ?? [];
  const nameOf = (id) => (key === "property.not_by" ? tasks[id]?.name : list.find((it) => it.value === id)?.name) ?? id;
  return OFFERED[key] || key === "property.not_by" ? value?.split(",").map(nameOf).join(", ") : value;
}

/** Where each element stands and how it is coloured: an editor that opens a file adds marks of its own, and moves nothing by it. */
const placesIn = ({ diagrams = [] }) =>
  new Map(
    diagrams
      .flatMap(({ plane }) => plane?.planeElement ?? [])
      .map((it) => [
        it.bpmnElement?.id,
        JSON.stringify([it.bounds, it.waypoint, it.label?.bounds, it.isExpanded, it.$attrs]),
      ]),
  );

/**
 * The differences from one model to the other: [{id, kind, text}] with kind added, removed, changed or moved; choices are the
 * names of groups, forms and terms. An element that
 * only moved is one line at the end, since it changes no case.
 */
export function differencesOf(before, after, lang, choices) {
  const words = differenceWords(lang);
  const { _added, _removed, _changed, _layoutChanged } = diff(before.rootElement, after.rootElement);
  const lines = [];
  const seen = (model) => isAny(model, SHOWN);
  Object.values(_added)
    .filter(seen)
    .forEach((it) => lines.push({ id: it.id, kind: "added", text: words.added(called(it, words)) }));
  Object.values(_removed)
    .filter(seen)
    .forEach((it) => lines.push({ id: it.id, kind: "removed", text: words.removed(called(it, words)) }));
  for (const [id, { model }] of Object.entries(_changed)) {
    const old = before.elementsById[id];
    const changes = old && seen(model) ? changesOf(old, after.elementsById[id] ?? model) : [];
    changes.forEach((it) => {
      const what = words.facts[it.key] ?? words.fact(it.key.replace(/^(property|parameter)\./, ""));
      const was = words.values[it.was] ?? inWords(it.key, it.was, choices, before.elementsById);
      const now = words.values[it.is] ?? inWords(it.key, it.is, choices, after.elementsById);
      lines.push({ id, kind: "changed", text: `${called(model, words)}: ${words.change(what, was, now)}` });
    });
  }
  const [places, placed] = [placesIn(before.rootElement), placesIn(after.rootElement)];
  const moved = Object.values(_layoutChanged).filter(
    (it) => it?.id && places.get(it.id) !== placed.get(it.id) && !lines.some((line) => line.id === it.id),
  );
  moved.forEach((it) => lines.push({ id: it.id, kind: "moved", text: words.moved(called(it, words)) }));
  return lines;
}
