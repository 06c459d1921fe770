// What may be drawn: the same list as the model check (Allowed.java). What it refuses is not offered.
import { is } from "bpmn-js/lib/util/ModelUtil";
import { isEventSubProcess } from "bpmn-js/lib/util/DiUtil";
import RuleProvider from "diagram-js/lib/features/rules/RuleProvider";

// after bpmn-js itself (1000), so that its entries are there to be taken away
const AFTER = 500;
// before the rules of bpmn-js (1000), which allow more
const BEFORE = 1500;

/** What a designer starts with: type, picture, title, more about it. Titles are translated like those of bpmn-js. */
const KINDS = {
  "start-event": ["event", "bpmn:StartEvent", "bpmn-icon-start-event-none", "Start event"],
  timer: [
    "event",
    "bpmn:IntermediateCatchEvent",
    "bpmn-icon-intermediate-event-catch-timer",
    "Timer",
    { eventDefinitionType: "bpmn:TimerEventDefinition" },
  ],
  message: [
    "event",
    "bpmn:IntermediateCatchEvent",
    "bpmn-icon-intermediate-event-catch-message",
    "Wait for a message",
    { eventDefinitionType: "bpmn:MessageEventDefinition" },
  ],
  "end-event": ["event", "bpmn:EndEvent", "bpmn-icon-end-event-none", "End event"],
  "exclusive-gateway": ["gateway", "bpmn:ExclusiveGateway", "bpmn-icon-gateway-xor", "Choice (exclusive gateway)"],
  "parallel-gateway": ["gateway", "bpmn:ParallelGateway", "bpmn-icon-gateway-parallel", "Split (parallel gateway)"],
  "user-task": ["activity", "bpmn:UserTask", "bpmn-icon-user-task", "User task"],
  "service-task": ["activity", "bpmn:ServiceTask", "bpmn-icon-service-task", "Step (service task)"],
  "rule-task": ["activity", "bpmn:BusinessRuleTask", "bpmn-icon-business-rule-task", "Table (business rule task)"],
  "call-activity": ["activity", "bpmn:CallActivity", "bpmn-icon-call-activity", "Other model (call activity)"],
};
const APPENDED = ["end-event", "exclusive-gateway", "user-task", "service-task", "timer"];
const AFTER_EVENT_GATEWAY = ["timer", "message"];
// of bpmn-js, as it makes them
const PALETTE = [
  "hand-tool",
  "lasso-tool",
  "space-tool",
  "global-connect-tool",
  "tool-separator",
  "create.subprocess-expanded",
  "create.participant-expanded",
  "create.group",
  "create.data-object",
];
const PAD = [
  "delete",
  "replace",
  "connect",
  "append.text-annotation",
  "lane-insert-above",
  "lane-insert-below",
  "lane-divide-two",
  "lane-divide-three",
];
const HEADER = ["toggle-parallel-mi", "toggle-sequential-mi", "toggle-non-interrupting"];

// by the name of the entry in bpmn-js, without "replace-with-"
const REPLACE = new Set([
  ...["none-start", "none-start-event", "message-start", "conditional-start", "error-start", "escalation-start"],
  ...["non-interrupting-message-start", "non-interrupting-escalation-start"],
  ...[
    "none-intermediate-throw",
    "none-intermediate-throwing",
    "message-intermediate-catch",
    "message-intermediate-throw",
  ],
  ...["timer-intermediate-catch", "escalation-intermediate-throw", "conditional-intermediate-catch"],
  ...["message-boundary", "timer-boundary", "escalation-boundary", "conditional-boundary", "error-boundary"],
  ...["non-interrupting-message-boundary", "non-interrupting-timer-boundary", "non-interrupting-escalation-boundary"],
  ...["none-end", "none-end-event", "message-end", "escalation-end", "error-end", "terminate-end"],
  ...["exclusive-gateway", "parallel-gateway", "inclusive-gateway", "event-based-gateway"],
  ...["user-task", "service-task", "send-task", "receive-task", "rule-task", "call-activity"],
  ...["subprocess", "collapsed-subprocess", "expanded-subprocess", "event-subprocess"],
  ...["expanded-pool", "collapsed-pool", "sequence-flow", "default-flow"],
]);

const only = (entries, names) => Object.fromEntries(Object.entries(entries).filter(([name]) => names.includes(name)));

class Entries {
  static $inject = [
    "palette",
    "contextPad",
    "popupMenu",
    "elementFactory",
    "create",
    "autoPlace",
    "appendPreview",
    "modeling",
    "selection",
    "translate",
  ];

  constructor(
    palette,
    contextPad,
    popupMenu,
    elementFactory,
    create,
    autoPlace,
    appendPreview,
    modeling,
    selection,
    translate,
  ) {
    Object.assign(this, { elementFactory, create, autoPlace, appendPreview, modeling, selection, translate });
    palette.registerProvider(AFTER, this);
    contextPad.registerProvider(AFTER, this);
    popupMenu.registerProvider("bpmn-replace", AFTER, this);
  }

  getPaletteEntries() {
    return (entries) => {
      const drawn = only(entries, PALETTE);
      const tools = Object.entries(drawn).filter(([, entry]) => entry.group === "tools");
      const own = Object.keys(KINDS).map((name) => [`create.${name}`, this.paletteEntry(name)]);
      return Object.fromEntries([...tools, ...own, ...Object.entries(drawn)]);
    };
  }

  paletteEntry(name) {
    const [group, type, className, title, more] = KINDS[name];
    const start = (event) => this.create.start(event, this.elementFactory.createShape({ type, ...more }));
    return { group, className, title: this.translate(title), action: { dragstart: start, click: start } };
  }

  getContextPadEntries(element) {
    return (entries) => {
      const kept = only(entries, PAD);
      const appends =
        "append.append-task" in entries ? APPENDED : is(element, "bpmn:EventBasedGateway") ? AFTER_EVENT_GATEWAY : [];
      const own = appends.map((name) => [`append.${name}`, this.appendEntry(name)]);
      const clock =
        is(element, "bpmn:Activity") && !isEventSubProcess(element) ? [["attach.timer", this.clockEntry()]] : [];
      return Object.fromEntries([...own, ...clock, ...Object.entries(kept)]);
    };
  }

  /** A clock on a task, which is otherwise only made by dropping one on its border with a mouse. */
  clockEntry() {
    const click = (_, host) => {
      const taken = host.attachers.length;
      const clock = this.elementFactory.createShape({
        type: "bpmn:BoundaryEvent",
        eventDefinitionType: "bpmn:TimerEventDefinition",
      });
      const place = { x: host.x + host.width * (taken % 2 ? 0.25 : 0.75), y: host.y + host.height };
      this.selection.select(this.modeling.createShape(clock, place, host, { attach: true }));
    };
    const className = "bpmn-icon-intermediate-event-catch-timer attach-timer";
    return { group: "model", className, title: this.translate("Timer on this task"), action: { click } };
  }

  getMultiElementContextPadEntries() {
    return (entries) => entries;
  }

  appendEntry(name) {
    const [, type, className, title, more] = KINDS[name];
    const shape = () => this.elementFactory.createShape({ type, ...more });
    return {
      group: "model",
      className,
      title: this.translate(title),
      action: {
        dragstart: (event, source) => this.create.start(event, shape(), { source }),
        click: (_, source) => this.autoPlace.append(source, shape()),
        hover: (_, source) => {
          this.appendPreview.create(source, type, more);
          return () => this.appendPreview.cleanUp();
        },
      },
    };
  }

  getPopupMenuEntries() {
    return (entries) =>
      Object.fromEntries(Object.entries(entries).filter(([name]) => REPLACE.has(name.replace("replace-with-", ""))));
  }

  getPopupMenuHeaderEntries(element) {
    // a condition that does not interrupt is refused
    const loops = HEADER.filter((name) => name !== "toggle-non-interrupting" || !isConditional(element));
    return (entries) => only(entries, loops);
  }
}

const isConditional = (element) =>
  (element.businessObject?.eventDefinitions ?? []).some((it) => it.$type === "bpmn:ConditionalEventDefinition");

const CONNECTIONS = ["bpmn:SequenceFlow", "bpmn:Association"];

/** No message flows between pools and no data arrows: the check refuses both. */
class Connections extends RuleProvider {
  static $inject = ["eventBus", "bpmnRules"];

  constructor(eventBus, bpmnRules) {
    super(eventBus);
    const judge = ({ source, target, connection }) => {
      const kind = source && target ? bpmnRules.canConnect(source, target, connection) : undefined;
      return kind?.type && !CONNECTIONS.includes(kind.type) ? false : undefined;
    };
    this.addRule(["connection.create", "connection.reconnect"], BEFORE, judge);
  }

  init() {}
}

export default {
  __init__: ["allowedEntries", "allowedConnections"],
  allowedEntries: ["type", Entries],
  allowedConnections: ["type", Connections],
};
