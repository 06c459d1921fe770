// The editor of a model: bpmn-js with what we allow, our panel, and our words.
import Modeler from "bpmn-js/lib/Modeler";
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import { ElementTemplatesPropertiesProviderModule } from "bpmn-js-element-templates";
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule } from "bpmn-js-properties-panel";
import simulation from "bpmn-js-token-simulation";
import behaviors from "camunda-bpmn-js-behaviors/lib/camunda-platform";
import camunda from "camunda-bpmn-moddle/resources/camunda.json";
import minimap from "diagram-js-minimap";
import { Compare } from "./compare.js";
import { DUTCH_BPMN, DUTCH_SIMULATION } from "./dutch-bpmn.js";
import ids from "./ids.js";
import limits from "./limits.js";
import { made, textOf } from "./page.js";
import paletteKeys from "./palette-keys.js";
import { panelWords } from "./panel-words.js";
import panel from "./panel.js";
import { relabel, translateModule } from "./translate.js";

const TOGGLED = "tokenSimulation.toggleMode";
const CHANGED = "commandStack.changed";

export async function bpmnEditor(page, sources) {
  const canvas = made("div", { className: "editor-canvas" });
  canvas.setAttribute("aria-label", page.words.editorName);
  canvas.setAttribute("role", "group");
  page.host.append(canvas);
  const published = page.published ? await textOf(page.published) : undefined;
  const modeler = page.readonly ? viewerOf(page, canvas) : modelerOf(page, canvas, sources);
  const editor = common(page, modeler, published);
  return page.readonly ? editor : { ...editor, ...drawing(page, modeler, published) };
}

const translations = (page) => translateModule(page.lang === "en" ? {} : DUTCH_BPMN);

const viewerOf = (page, container) =>
  new NavigatedViewer({ container, moddleExtensions: { camunda }, additionalModules: [translations(page)] });

function modelerOf(page, container, { choices, templates }) {
  const aside = made("aside", { className: "editor-panel" });
  aside.setAttribute("aria-label", page.words.panelName);
  page.host.append(aside);
  const modeler = new Modeler({
    container,
    moddleExtensions: { camunda },
    propertiesPanel: { parent: aside, layout: { open: true } },
    designer: { choices, words: panelWords(page.lang) },
    elementTemplates: templates,
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      ElementTemplatesPropertiesProviderModule,
      behaviors,
      simulation,
      minimap,
      limits,
      ids,
      paletteKeys,
      panel,
      translations(page),
    ],
  });
  if (page.lang !== "en") {
    relabel(container, DUTCH_SIMULATION, "svg");
  }
  return modeler;
}

function common(page, modeler, published) {
  let marked = [];
  const canvas = () => modeler.get("canvas");
  const compare = new Compare(page, modeler, published);
  return {
    async open(xml) {
      await modeler.importXML(xml);
      canvas().zoom("fit-viewport", "auto");
    },
    go(id) {
      const element = modeler.get("elementRegistry").get(id);
      if (element) {
        canvas().scrollToElement(element);
        modeler.get("selection", false)?.select(element);
        canvas().getContainer().closest(".editor-canvas").scrollIntoView({ block: "nearest" });
        canvas().focus?.();
      }
    },
    mark(findings) {
      const known = (it) => it.element && modeler.get("elementRegistry").get(it.element);
      marked.filter(known).forEach((it) => canvas().removeMarker(it.element, `finding-${it.severity}`));
      marked = findings.filter(known).map((it) => ({ ...it, severity: String(it.severity).toLowerCase() }));
      marked.forEach((it) => canvas().addMarker(it.element, `finding-${it.severity}`));
    },
    read: async () => (await modeler.saveXML({ format: true })).xml,
    file: {
      get name() {
        const process = modeler.getDefinitions()?.rootElements.find((it) => it.$type === "bpmn:Process");
        return `${process?.id ?? "model"}.bpmn`;
      },
      type: "application/xml",
    },
    lines: (one, other) => compare.lines(one, other),
    acts: {
      "zoom-fit": () => canvas().zoom("fit-viewport", "auto"),
      compare: (control) => compare.toggle(control),
    },
    compare,
  };
}

/** What only an editor does. */
function drawing(page, modeler, published) {
  const editor = common(page, modeler, published);
  const stack = modeler.get("commandStack");
  let simulating = false;
  return {
    ...editor,
    async open(xml) {
      await editor.open(xml);
      if (published) {
        const { elementsById } = await editor.compare.parse(published);
        modeler.get("meaningfulIds").published = new Set(Object.keys(elementsById));
      }
    },
    onChange: (act) => modeler.on(CHANGED, () => simulating || act()),
    acts: {
      ...editor.acts,
      undo: () => stack.canUndo() && stack.undo(),
      redo: () => stack.canRedo() && stack.redo(),
      simulate: (control) => {
        // the key T does the same, so the button follows the event
        follow(control);
        modeler.get("toggleMode").toggleMode();
      },
    },
  };

  function follow(control) {
    if (control.dataset.label) {
      return;
    }
    control.dataset.label = control.textContent;
    modeler.on(TOGGLED, ({ active }) => {
      simulating = active;
      page.host.toggleAttribute("data-simulating", active);
      control.textContent = active ? page.words.simulateOff : control.dataset.label;
      control.setAttribute("aria-pressed", String(active));
    });
  }
}
