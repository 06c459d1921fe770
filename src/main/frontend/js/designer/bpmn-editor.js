// The editor of a model: bpmn-js with what we allow, our panel, and our words.
import Modeler from "bpmn-js/lib/Modeler";
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import { ElementTemplatesPropertiesProviderModule } from "bpmn-js-element-templates";
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule } from "bpmn-js-properties-panel";
import simulation from "bpmn-js-token-simulation";
import behaviors from "camunda-bpmn-js-behaviors/lib/camunda-platform";
import camunda from "camunda-bpmn-moddle/resources/camunda.json";
import minimap from "diagram-js-minimap";
import { comparison } from "./compare.js";
import { differencesOf } from "./differences.js";
import { DUTCH_BPMN, DUTCH_SIMULATION, ENGLISH_BPMN } from "./dutch-bpmn.js";
import ids from "./ids.js";
import limits from "./limits.js";
import { buttonFor, made, publishedOf } from "./page.js";
import paletteKeys from "./palette-keys.js";
import { panelWords } from "./panel-words.js";
import panel from "./panel.js";
import { Picture } from "./picture.js";
import { relabel, translateModule } from "./translate.js";

// room beside the drawing, in pixels: the palette lies on the left of it
const PALETTE = 130;
const EDGE = 30;

export async function bpmnEditor(page, sources) {
  const container = made("div", { className: "editor-canvas" });
  container.setAttribute("aria-label", page.words.editorName);
  container.setAttribute("role", "group");
  page.host.append(container);
  const published = await publishedOf(page);
  const drawing = page.readonly ? viewerOf(page, container) : modelerOf(page, container, sources);
  const shown = shownBy(page, drawing, published, sources.choices);
  return page.readonly ? shown : changedBy(page, drawing, published, shown);
}

const tableOf = (page) => (page.lang === "en" ? ENGLISH_BPMN : DUTCH_BPMN);
const translations = (page) => translateModule(tableOf(page));

const viewerOf = (page, container) =>
  new NavigatedViewer({ container, moddleExtensions: { camunda }, additionalModules: [translations(page)] });

function modelerOf(page, container, { choices, templates }) {
  const aside = made("aside", { className: "editor-panel" });
  aside.setAttribute("aria-label", page.words.panelName);
  page.host.append(aside);
  const modeler = new Modeler({
    container,
    moddleExtensions: { camunda },
    propertiesPanel: { parent: aside },
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
  relabel(aside, tableOf(page), ".bio-properties-panel-header-label");
  if (page.lang !== "en") {
    // the drawing itself holds what people wrote
    relabel(container, DUTCH_SIMULATION, "svg");
  }
  return modeler;
}

/** The whole drawing in view, beside the palette where there is one. */
function fit(drawing) {
  const canvas = drawing.get("canvas");
  const palette = canvas.getContainer().querySelector(".djs-palette");
  canvas.zoom("fit-viewport");
  const { inner, outer } = canvas.viewbox();
  const left = palette?.offsetWidth ? PALETTE : EDGE;
  const scale = Math.min(1, (outer.width - left - EDGE) / inner.width, (outer.height - 2 * EDGE) / inner.height);
  if (scale > 0) {
    const height = outer.height / scale;
    canvas.viewbox({
      x: inner.x - left / scale,
      y: inner.y - (height - inner.height) / 2,
      width: outer.width / scale,
      height,
    });
  }
}

/** What one can do with a drawing without changing it. */
function shownBy(page, drawing, published, choices) {
  let marked = [];
  const canvas = drawing.get("canvas");
  const elements = drawing.get("elementRegistry");
  const parse = (xml) => drawing.get("moddle").fromXML(xml);
  const read = async () => (await drawing.saveXML({ format: true })).xml;
  const lines = async (one, other) => differencesOf(await parse(one), await parse(other), page.lang, choices);
  const picture = new Picture(page, drawing, fit);
  // with pools the process is not drawn itself; what has no shape (a message, a clock's inside) is found by the whole
  const find = (id) => elements.get(id) ?? elements.find((it) => it.businessObject?.processRef?.id === id);
  const go = (id) => {
    const element = find(id) ?? canvas.getRootElement();
    if (element !== canvas.getRootElement()) {
      canvas.scrollToElement(element);
    }
    drawing.get("selection", false)?.select(element);
    page.host.scrollIntoView({ block: "nearest" });
    canvas.focus?.();
  };
  const look = (id) => {
    go(id);
    picture.look(id);
  };
  return {
    async open(xml) {
      await drawing.importXML(xml);
      fit(drawing);
    },
    parse,
    read,
    lines,
    go,
    mark(findings) {
      const known = (it) => it.element && elements.get(it.element);
      marked.filter(known).forEach((it) => canvas.removeMarker(it.element, `finding-${it.severity}`));
      marked = findings.filter(known);
      marked.forEach((it) => canvas.addMarker(it.element, `finding-${it.severity}`));
    },
    file: {
      get name() {
        const process = drawing.getDefinitions()?.rootElements.find((it) => it.$type === "bpmn:Process");
        return `${process?.id ?? "model"}.bpmn`;
      },
      type: "application/xml",
    },
    acts: {
      "zoom-fit": () => fit(drawing),
      compare: comparison(page, { published, lines, read, look, picture }),
    },
  };
}

/** What only an editor does. */
function changedBy(page, modeler, published, shown) {
  const stack = modeler.get("commandStack");
  return {
    ...shown,
    async open(xml) {
      await shown.open(xml);
      if (published) {
        const { elementsById } = await shown.parse(published);
        modeler.get("meaningfulIds").published = new Set(Object.keys(elementsById));
      }
    },
    // opening a file empties the list of steps, which changes nothing
    onChange: (act) => modeler.on("commandStack.changed", ({ trigger }) => trigger !== "clear" && act()),
    acts: {
      ...shown.acts,
      undo: () => stack.canUndo() && stack.undo(),
      redo: () => stack.canRedo() && stack.redo(),
      simulate: () => modeler.get("toggleMode").toggleMode(),
    },
    ready: () => followSimulation(page, modeler),
  };
}

/** The key T switches the simulation too: the button follows what happened, not what was pressed. */
function followSimulation(page, modeler) {
  const control = buttonFor("simulate");
  const label = control?.textContent;
  modeler.on("tokenSimulation.toggleMode", ({ active }) => {
    page.host.toggleAttribute("data-simulating", active);
    // both show the drawing in their own colours: one at a time
    buttonFor("compare")?.toggleAttribute("disabled", active);
    if (active) {
      nearStart(modeler);
    }
    if (control) {
      control.textContent = active ? page.words.simulateOff : label;
      control.setAttribute("aria-pressed", String(active));
    }
  });
}

// the buttons of the simulation are hidden in a smaller drawing
const READABLE = 0.7;

function nearStart(modeler) {
  const canvas = modeler.get("canvas");
  // the panel is gone: the drawing has its place
  canvas.resized();
  const [start] = modeler.get("elementRegistry").filter((it) => it.type === "bpmn:StartEvent");
  if (start && canvas.zoom() < READABLE) {
    canvas.zoom(READABLE);
    canvas.scrollToElement(start, { top: 150, left: 150, bottom: 150, right: 150 });
  }
}
