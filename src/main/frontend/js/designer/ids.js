// Ids that say something: Activity_0k3x becomes Task_AdviesGeven while it is named. What was ever published keeps its id, since
// running cases know it.
import { is, isAny } from "bpmn-js/lib/util/ModelUtil";

const GENERATED =
  /^(Activity|Event|Gateway|Flow|StartEvent|EndEvent|Task|Participant|Lane|Association|TextAnnotation|Group)_[0-9a-z]{7}$/;
const LONGEST = 60;

const PREFIXES = [
  ["bpmn:StartEvent", "Start"],
  ["bpmn:EndEvent", "End"],
  ["bpmn:Gateway", "Gateway"],
  ["bpmn:ServiceTask", "Step"],
  ["bpmn:SendTask", "Step"],
  ["bpmn:BusinessRuleTask", "Table"],
  ["bpmn:CallActivity", "Call"],
  ["bpmn:SubProcess", "Part"],
  ["bpmn:Task", "Task"],
  ["bpmn:Lane", "Lane"],
  ["bpmn:Participant", "Pool"],
];
const EVENTS = {
  "bpmn:TimerEventDefinition": "Timer",
  "bpmn:MessageEventDefinition": "Message",
  "bpmn:ConditionalEventDefinition": "Condition",
  "bpmn:ErrorEventDefinition": "Error",
  "bpmn:EscalationEventDefinition": "Escalation",
};

/** "Advies géven (kort)?" is AdviesGevenKort. */
export function wordsJoined(name) {
  return (name ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join("")
    .slice(0, LONGEST);
}

function prefixOf(model) {
  if (isAny(model, ["bpmn:IntermediateCatchEvent", "bpmn:IntermediateThrowEvent", "bpmn:BoundaryEvent"])) {
    return EVENTS[model.eventDefinitions?.[0]?.$type] ?? "Event";
  }
  return PREFIXES.find(([type]) => is(model, type))?.[1];
}

const tail = (id) => id.replace(/^[A-Za-z]+_/, "");

/** The id that goes with what the element is called; nothing when its name says nothing yet. */
export function idFor(model, name = model.name ?? "") {
  if (is(model, "bpmn:SequenceFlow")) {
    const ends = [model.sourceRef, model.targetRef];
    if (ends.some((end) => !end || GENERATED.test(end.id))) {
      return undefined;
    }
    return `Flow_${tail(ends[0].id)}_${wordsJoined(name) || tail(ends[1].id)}`;
  }
  const prefix = prefixOf(model);
  const words = wordsJoined(name);
  return prefix && words ? `${prefix}_${words}` : undefined;
}

const CHANGES = [
  "element.updateLabel",
  "element.updateProperties",
  "shape.replace",
  "connection.create",
  "connection.reconnect",
  "elements.create",
];

export class MeaningfulIds {
  static $inject = ["eventBus", "elementRegistry", "modeling", "canvas"];

  constructor(eventBus, elementRegistry, modeling, canvas) {
    Object.assign(this, { elementRegistry, modeling, canvas });
    /** Ids that are in the published version. */
    this.published = new Set();
    // after the change but in the same step back: undo takes the name and the id
    CHANGES.forEach((change) => {
      eventBus.on(`commandStack.${change}.preExecute`, 100, ({ context }) => this.remember(context));
      eventBus.on(`commandStack.${change}.postExecuted`, 100, ({ context }) => this.follow(context));
    });
  }

  remember(context) {
    const element = context.element?.labelTarget ?? context.element;
    context.wasCalled = element?.businessObject?.name ?? "";
  }

  follow(context) {
    const { element, connection, newShape, elements } = context;
    if (this.busy || context.properties?.id) {
      return;
    }
    const changed = [element?.labelTarget ?? element, newShape, connection, ...(elements ?? [])].filter(
      (it) => it?.businessObject,
    );
    this.busy = true;
    try {
      changed.forEach((it) => this.rename(it, it === changed[0] ? context.wasCalled : it.businessObject.name));
    } finally {
      this.busy = false;
    }
  }

  rename(element, oldName) {
    const { businessObject: model } = element;
    // what leads here carries its name
    const flows = [...(element.incoming ?? []), ...(element.outgoing ?? [])].filter((it) =>
      this.follows(it.businessObject),
    );
    if (this.follows(model, oldName)) {
      this.give(element);
      flows.forEach((flow) => this.give(flow));
    }
  }

  /** Whether the id is still what the editor, or we by an earlier name, made of it; a chosen one stays. */
  follows(model, name = model.name) {
    return !this.published.has(model.id) && (GENERATED.test(model.id) || sameWord(model.id, idFor(model, name)));
  }

  give(element) {
    const { id: before } = element.businessObject;
    const wanted = idFor(element.businessObject);
    if (wanted && !sameWord(before, wanted)) {
      const id = this.free(wanted);
      this.modeling.updateProperties(element, { id, di: { id: `${id}_di` } });
      this.mention(before, id);
    }
  }

  /** The same id with a number when it is taken. */
  free(wanted) {
    let id = wanted;
    for (let number = 2; this.elementRegistry.get(id); number++) {
      id = `${wanted}_${number}`;
    }
    return id;
  }

  /** `not_by` names tasks by their id. */
  mention(before, after) {
    this.elementRegistry.forEach((element) => {
      const lists = element.businessObject?.extensionElements?.values ?? [];
      const properties = lists.filter((it) => is(it, "camunda:Properties")).flatMap((it) => it.values ?? []);
      properties
        .filter((it) => it.name === "not_by" && it.value?.split(",").includes(before))
        .forEach((it) => {
          const value = it.value
            .split(",")
            .map((id) => (id === before ? after : id))
            .join(",");
          this.modeling.updateModdleProperties(element, it, { value });
        });
    });
  }
}

// Task_AdviesGeven and Task_AdviesGeven_2 are the same word
const sameWord = (id, wanted) =>
  wanted !== undefined && (id === wanted || (id.startsWith(`${wanted}_`) && /^\d+$/.test(id.slice(wanted.length + 1))));

export default {
  __init__: ["meaningfulIds"],
  meaningfulIds: ["type", MeaningfulIds],
};
