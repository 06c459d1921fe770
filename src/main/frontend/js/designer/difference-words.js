// The words of a difference between two models.
const WORDS = {
  nl: {
    added: (what) => `${what} is nieuw`,
    removed: (what) => `${what} is weg`,
    moved: (what) => `${what} staat op een andere plaats`,
    change: (what, was, is) =>
      was === undefined ? `${what} wordt “${is}”` : is === undefined ? `${what} “${was}” is weg` : `${what} was “${was}”, wordt “${is}”`,
    between: (what, from, to) => `${what} van ${from} naar ${to}`,
    fact: (name) => `eigenschap ${name}`,
    kinds: {
      UserTask: "taak", ServiceTask: "stap", SendTask: "stap", ReceiveTask: "wachten op een bericht", BusinessRuleTask: "tabel",
      CallActivity: "ander model", SubProcess: "deel", StartEvent: "begin", EndEvent: "einde", IntermediateCatchEvent: "gebeurtenis",
      IntermediateThrowEvent: "gebeurtenis", BoundaryEvent: "klok of gebeurtenis op een taak", ExclusiveGateway: "splitsing",
      ParallelGateway: "splitsing", InclusiveGateway: "splitsing", EventBasedGateway: "splitsing", SequenceFlow: "pijl",
      Participant: "pool", Lane: "baan", Process: "model", TextAnnotation: "opmerking", other: "element",
    },
    facts: {
      name: "naam", about: "uitleg", condition: "voorwaarde", from: "vertrek", to: "aankomst", default: "weg als geen andere geldt",
      attached: "taak waarop dit staat", interrupts: "onderbreekt", calledElement: "model", message: "bericht", text: "tekst",
      candidateGroups: "groep", formRef: "formulier", expression: "uitdrukking", resultVariable: "naam van het resultaat",
      decisionRef: "tabel", mapDecisionResult: "wat de tabel geeft", historyTimeToLive: "bewaartijd", asyncBefore: "eerst bewaren",
      modelerTemplate: "soort stap", event: "soort gebeurtenis", clock: "klok", each: "lijst", "property.term": "termijn",
      "property.name_en": "naam in het Engels", "property.about_en": "uitleg in het Engels", "property.not_by": "niet door wie deed",
      "property.code": "code", "property.start_form": "startformulier", "property.started_by": "wie mag starten",
    },
  },
  en: {
    added: (what) => `${what} is new`,
    removed: (what) => `${what} is gone`,
    moved: (what) => `${what} stands in another place`,
    change: (what, was, is) =>
      was === undefined ? `${what} becomes “${is}”` : is === undefined ? `${what} “${was}” is gone` : `${what} was “${was}”, becomes “${is}”`,
    between: (what, from, to) => `${what} from ${from} to ${to}`,
    fact: (name) => `property ${name}`,
    kinds: {
      UserTask: "task", ServiceTask: "step", SendTask: "step", ReceiveTask: "waiting for a message", BusinessRuleTask: "table",
      CallActivity: "other model", SubProcess: "part", StartEvent: "start", EndEvent: "end", IntermediateCatchEvent: "event",
      IntermediateThrowEvent: "event", BoundaryEvent: "clock or event on a task", ExclusiveGateway: "gateway",
      ParallelGateway: "gateway", InclusiveGateway: "gateway", EventBasedGateway: "gateway", SequenceFlow: "arrow",
      Participant: "pool", Lane: "lane", Process: "model", TextAnnotation: "note", other: "element",
    },
    facts: {
      name: "name", about: "explanation", condition: "condition", from: "start", to: "end", default: "way when no other holds",
      attached: "task that this is on", interrupts: "interrupts", calledElement: "model", message: "message", text: "text",
      candidateGroups: "group", formRef: "form", expression: "expression", resultVariable: "name of the result",
      decisionRef: "table", mapDecisionResult: "what the table gives", historyTimeToLive: "time it is kept", asyncBefore: "keep first",
      modelerTemplate: "kind of step", event: "kind of event", clock: "clock", each: "list", "property.term": "term",
      "property.name_en": "name in English", "property.about_en": "explanation in English", "property.not_by": "not by who did",
      "property.code": "code", "property.start_form": "start form", "property.started_by": "who may start",
    },
  },
};

export const differenceWords = (lang) => WORDS[lang] ?? WORDS.nl;
