// Reads and changes what a model says of an element, always as one step that can be undone.
import { is } from "bpmn-js/lib/util/ModelUtil";

/** What a selected shape stands for: a pool shows its process. */
export const modelOf = (element) => element.businessObject;
export const processOf = (element) => {
  const model = modelOf(element);
  return is(model, "bpmn:Process") ? model : is(model, "bpmn:Participant") ? model.processRef : undefined;
};
export const definitionOf = (model, type) => model.eventDefinitions?.find((it) => it.$type === type);

const propertiesIn = (model) => model.extensionElements?.values?.find((it) => is(it, "camunda:Properties"));

export const propertyOf = (model, name) => propertiesIn(model)?.values?.find((it) => it.name === name)?.value;

/** Changes through the command stack of the editor. */
export class Change {
  constructor(injector) {
    this.modeling = injector.get("modeling");
    this.factory = injector.get("bpmnFactory");
  }

  /** Attributes of the element itself or of something inside it; empty is gone. */
  set(element, model, values) {
    const cleared = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, value === "" ? undefined : value]),
    );
    if (model === modelOf(element)) {
      this.modeling.updateProperties(element, cleared);
    } else {
      this.modeling.updateModdleProperties(element, model, cleared);
    }
  }

  create(type, values, parent) {
    const created = this.factory.create(type, values);
    created.$parent = parent;
    return created;
  }

  /** A text with an expression in it, such as a condition; empty takes it away. */
  expression(element, model, name, body) {
    this.set(element, model, { [name]: body ? this.create("bpmn:FormalExpression", { body }, model) : undefined });
  }

  documentation(element, model, text) {
    this.set(element, model, { documentation: text ? [this.create("bpmn:Documentation", { text }, model)] : [] });
  }

  /** An extension property: added, changed, or taken away when it is empty. */
  property(element, model, name, value) {
    const extension = model.extensionElements;
    const holder = propertiesIn(model);
    const known = holder?.values?.find((it) => it.name === name);
    if (known && value) {
      this.modeling.updateModdleProperties(element, known, { value });
    } else if (known) {
      const values = holder.values.filter((it) => it !== known);
      this.modeling.updateModdleProperties(element, holder, { values });
    } else if (value) {
      this.addProperty(element, model, { extension, holder, name, value });
    }
  }

  addProperty(element, model, { extension, holder, name, value }) {
    if (holder) {
      const added = this.create("camunda:Property", { name, value }, holder);
      this.modeling.updateModdleProperties(element, holder, { values: [...(holder.values ?? []), added] });
      return;
    }
    const made = this.create("camunda:Properties", {}, extension);
    made.values = [this.create("camunda:Property", { name, value }, made)];
    if (extension) {
      this.modeling.updateModdleProperties(element, extension, { values: [...(extension.values ?? []), made] });
      return;
    }
    const outer = this.create("bpmn:ExtensionElements", { values: [made] }, model);
    made.$parent = outer;
    this.set(element, model, { extensionElements: outer });
  }
}
