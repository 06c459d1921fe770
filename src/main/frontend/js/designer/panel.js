// The properties panel: our own questions, and of the stock panel only the groups that the model check allows.
import { Group } from "@bpmn-io/properties-panel";
import { is, isAny } from "bpmn-js/lib/util/ModelUtil";
import { choice, choices, line, reached, text } from "./entries.js";
import { Change, modelOf, processOf, propertyOf } from "./model.js";
import { eventGroups, flowGroups, loopGroup, runGroup } from "./panel-flow.js";
import { argumentEntries, freshCall, isCall, templateFor } from "./step-arguments.js";

// after every other provider, so that their groups are there to be taken away
const LAST = 50;
const STOCK = [
  "message",
  "error",
  "escalation",
  "CamundaPlatform__InMapping",
  "CamundaPlatform__OutMapping",
  "CamundaPlatform__ExtensionProperties",
];
// questions in those groups about what the check refuses
const REFUSED = /(-local|errorMessage|errorMessageVariable|escalationCodeVariable)$/;
const ID = /^[A-Za-z_][\w-]*$/;

const isKept = ({ id }) =>
  STOCK.includes(id) || (id.startsWith("ElementTemplates__") && id !== "ElementTemplates__Template");
// what a question of ours asks already: one place for one thing
const OWN = [
  ...["name_en", "about_en", "code", "start_form", "started_by", "not_by", "term", "data"],
  ...["minutes", "silence", "silence_en", "why", "why_en", "document"],
];
const asked = (entries) => entries?.filter(({ id }) => !REFUSED.test(id));
const withoutRefused = (group) => ({
  ...group,
  ...(group.entries && { entries: asked(group.entries) }),
  ...(group.items && {
    items: group.items.filter(({ label }) => !OWN.includes(label)).map((it) => ({ ...it, entries: asked(it.entries) })),
  }),
});
/** What the server offers: values, or {value, name, about, href} with what it is in a few words and where it is changed. */
const asOptions = (list, open) =>
  list.map((it) => (typeof it === "string" ? { value: it, label: it } : { open, ...it, label: it.name ?? it.value }));

export class Panel {
  static $inject = ["propertiesPanel", "injector", "config.designer", "elementRegistry", "meaningfulIds"];

  constructor(propertiesPanel, injector, config, elementRegistry, meaningfulIds) {
    this.words = config.words;
    this.elementRegistry = elementRegistry;
    this.meaningfulIds = meaningfulIds;
    this.injector = injector;
    const { fresh, ...lists } = config.choices;
    this.adds = {
      terms: fresh?.terms && { href: fresh.terms, word: this.words.newTerm },
      letters: fresh?.letters && { href: fresh.letters, word: this.words.newLetter },
    };
    this.offered = Object.fromEntries(
      Object.entries(lists).map(([name, list]) => [name, asOptions(list, this.words.open)]),
    );
    propertiesPanel.registerProvider(LAST, this);
  }

  getGroups(element) {
    return (groups) => {
      // a service of its own: the command stack is there once the editor is
      this.change ??= new Change(this.injector);
      const own = [this.general(element), this.process(element), ...this.task(element), ...this.step(element)];
      const more = [
        ...flowGroups(this, element),
        ...eventGroups(this, element),
        loopGroup(this, element),
        runGroup(this, element),
      ];
      const stock = groups.filter(isKept).map(withoutRefused);
      const ofTemplate = (it) => it.id.startsWith("ElementTemplates__");
      const templates = isCall(this.templateOf(element)) ? [] : stock.filter(ofTemplate);
      const rest = stock.filter((it) => !ofTemplate(it));
      return [...own, ...templates, ...more, ...rest].filter(Boolean);
    };
  }

  group(id, entries) {
    return {
      id: `samenspraak-${id}`,
      label: this.words[id],
      component: Group,
      entries: entries.flat(),
      shouldOpen: true,
    };
  }

  /** A question about an extension property. */
  property(ask, element, model, name, label, ...more) {
    const get = () => propertyOf(model, name) ?? "";
    return ask(
      `samenspraak-${name}`,
      label,
      get,
      (value) => this.change.property(element, model, name, value),
      ...more,
    );
  }

  /** A question about an attribute. */
  attribute(ask, element, model, name, label, ...more) {
    const get = () => model.get(name) ?? "";
    return ask(
      `samenspraak-${name}`,
      label,
      get,
      (value) => this.change.set(element, model, { [name]: value }),
      ...more,
    );
  }

  general(element) {
    const { words } = this;
    const model = processOf(element) ?? modelOf(element);
    if (isAny(model, ["bpmn:TextAnnotation", "bpmn:Group", "bpmn:Collaboration", "bpmn:Association"])) {
      return undefined;
    }
    const name = this.attribute(line, element, model, "name", words.name);
    const english = this.property(line, element, model, "name_en", words.nameEn);
    const entries = [name, english, this.id(element, model)];
    if (model !== modelOf(element)) {
      // a pool stands for its process, and is called by its own name in the drawing
      const pool = modelOf(element);
      const setPool = (value) => this.change.set(element, pool, { name: value });
      entries.unshift(line("samenspraak-pool", words.pool, () => pool.name ?? "", setPool));
    }
    if (!is(model, "bpmn:SequenceFlow")) {
      const about = () => model.documentation?.[0]?.text ?? "";
      entries.push(
        text("samenspraak-about", words.about, about, (value) => this.change.documentation(element, model, value)),
      );
      entries.push(this.property(text, element, model, "about_en", words.aboutEn));
    }
    return this.group("general", entries);
  }

  id(element, model) {
    const { words } = this;
    const fixed = is(model, "bpmn:Process") || this.meaningfulIds.published.has(model.id);
    const wrong = (id) =>
      !ID.test(id ?? "") || (id !== model.id && this.elementRegistry.get(id)) ? words.idWrong : undefined;
    const set = (id, fault) => fault || this.change.set(element, model, { id });
    return line("samenspraak-id", words.id, () => model.id, set, {
      disabled: fixed,
      validate: wrong,
      description: this.meaningfulIds.published.has(model.id) ? words.idKept : undefined,
    });
  }

  process(element) {
    const { words, offered } = this;
    const model = processOf(element);
    if (!model) {
      return undefined;
    }
    const days = () =>
      (/^P(\d+)D$/.exec(model.get("camunda:historyTimeToLive") ?? "") ?? [])[1] ??
      model.get("camunda:historyTimeToLive") ??
      "";
    const keep = (value, fault) =>
      fault || this.change.set(element, model, { "camunda:historyTimeToLive": value ? `P${value}D` : "" });
    const whole = (value) => (value && !/^\d+$/.test(value) ? words.keptForWrong : undefined);
    const starters = ["official", "public", "council", "area-manager"].map((value) => ({ value, label: words[value] }));
    // there is no case yet, so no group of a case or of a branch
    const all = [...starters, ...offered.groups.filter((it) => !it.value.includes("@"))];
    return this.group("process", [
      this.property(line, element, model, "code", words.code, { description: words.codeHelp }),
      this.property(choice, element, model, "start_form", words.startForm, offered.forms),
      this.property(choices, element, model, "started_by", { first: words.startedBy, next: words.startedByNext }, all),
      line("samenspraak-keep", words.keptFor, days, keep, { validate: whole }),
    ]);
  }

  task(element) {
    const { words, offered } = this;
    const model = modelOf(element);
    if (!is(model, "bpmn:UserTask")) {
      return [];
    }
    const others = this.elementRegistry
      .filter((it) => it.type === "bpmn:UserTask" && it !== element)
      .map((it) => ({ value: it.id, label: it.businessObject.name ?? it.id }));
    const form = () => model.get("camunda:formRef") ?? "";
    // form and model are one version together
    const setForm = (value) =>
      this.change.set(element, model, {
        "camunda:formRef": value,
        "camunda:formRefBinding": value ? "deployment" : "",
      });
    const groups = () => model.get("camunda:candidateGroups") ?? "";
    const setGroups = (value) => this.change.set(element, model, { "camunda:candidateGroups": value });
    const who = this.group("who", [
      choices("samenspraak-groups", { first: words.group, next: words.groupNext }, groups, setGroups, offered.groups),
      this.property(choices, element, model, "not_by", { first: words.notBy, next: words.notByNext }, others),
    ]);
    const what = this.group("formAndTerm", [
      choice("samenspraak-form", words.form, form, setForm, offered.forms),
      this.property(choice, element, model, "term", words.term, offered.terms, { add: this.adds.terms }),
      this.property(choices, element, model, "data", { first: words.data, next: words.dataNext }, offered.forms),
    ]);
    return [who, what, groups().includes("council") ? this.council(element, model) : undefined];
  }

  council(element, model) {
    const { words } = this;
    return this.group("answering", [
      this.property(line, element, model, "minutes", words.minutes),
      this.property(text, element, model, "silence", words.silence),
      this.property(text, element, model, "silence_en", words.silenceEn),
      this.property(text, element, model, "why", words.why),
      this.property(text, element, model, "why_en", words.whyEn),
      this.property(line, element, model, "document", words.document),
    ]);
  }

  step(element) {
    const { words } = this;
    const model = modelOf(element);
    if (!isAny(model, ["bpmn:ServiceTask", "bpmn:SendTask"])) {
      return [];
    }
    return [
      this.group("step", [
        this.template(element, model),
        ...argumentEntries(this, element, model, this.templateOf(element)),
        this.attribute(line, element, model, "camunda:expression", words.expression, {
          description: this.letter(model),
        }),
        this.attribute(line, element, model, "camunda:resultVariable", words.result, { description: words.resultHelp }),
      ]),
    ];
  }

  /** The letter that an expression names, with the way to its text; without one an example. */
  letter(model) {
    const expression = model.get("camunda:expression") ?? "";
    const named = [...expression.matchAll(/'([^']*)'/g)].map(([, text]) => text);
    const sends = expression.startsWith("${correspondence.");
    const letter = this.offered.letters.find((it) => sends && named.includes(it.value));
    return reached(letter) ?? this.words.expressionHelp;
  }

  templateOf(element) {
    const templates = this.injector.get("elementTemplates");
    const expression = modelOf(element).get("camunda:expression");
    return templates.get(element) ?? templateFor(expression, templates.getLatest(element));
  }

  /** The steps that the platform offers; choosing one fills in its expression and asks its fields. */
  template(element, model) {
    const templates = this.injector.get("elementTemplates");
    // first those for every trajectory, then those that one was made for, with its name
    const options = templates.getLatest(element).map(({ id, name, category }) => ({
      value: id,
      label: category ? `${name} (${category.name})` : name,
      of: category?.name ?? "",
    }));
    options.sort((one, other) => one.of.localeCompare(other.of) || one.label.localeCompare(other.label));
    const apply = (id) => {
      const english = ["name_en", "about_en"].map((name) => [name, propertyOf(model, name)]);
      if (id) {
        const [template] = templates.getLatest(id);
        templates.applyTemplate(element, template);
        const fresh = freshCall(modelOf(element).get("camunda:expression"), template);
        if (fresh) {
          this.change.set(element, modelOf(element), { "camunda:expression": fresh });
        }
      } else {
        // only the tie and the call: removing would make another element, with another id
        templates.unlinkTemplate(element);
        this.change.set(element, modelOf(element), { "camunda:expression": "" });
      }
      // a template takes properties away that are not its own
      english.forEach(
        ([name, value]) =>
          value !== propertyOf(modelOf(element), name) && this.change.property(element, modelOf(element), name, value),
      );
    };
    return choice(
      "samenspraak-template",
      this.words.template,
      () => this.templateOf(element)?.id,
      apply,
      options,
      {
        description: this.templateOf(element)?.description,
      },
    );
  }
}

export default {
  __init__: ["designerPanel"],
  designerPanel: ["type", Panel],
};
