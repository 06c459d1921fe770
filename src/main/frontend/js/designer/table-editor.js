// The editor of a decision table: dmn-js with tables and plain expressions in FEEL, and nothing that runs code.
import DecisionTableEditor from "dmn-js-decision-table/lib/Editor";
import DecisionTableViewer from "dmn-js-decision-table/lib/Viewer";
import DrdModeler from "dmn-js-drd/lib/Modeler";
import DrdViewer from "dmn-js-drd/lib/NavigatedViewer";
import LiteralExpressionEditor from "dmn-js-literal-expression/lib/Editor";
import LiteralExpressionViewer from "dmn-js-literal-expression/lib/Viewer";
import EditingManager from "dmn-js-shared/lib/base/EditingManager";
import { is } from "dmn-js-shared/lib/util/ModelUtil";
import { comparison } from "./compare.js";
import { DUTCH_DMN } from "./dutch-dmn.js";
import { markStyle } from "./findings.js";
import { made, publishedOf } from "./page.js";
import { tableDifferences } from "./table-differences.js";
import { relabel, translateModule } from "./translate.js";

const AFTER = 500;
const REFUSED = /knowledge/;

/** The picture of decisions without knowledge sources and functions: the check refuses them. */
class DrawnOnly {
  static $inject = ["palette", "contextPad"];

  constructor(palette, contextPad) {
    palette.registerProvider(AFTER, this);
    contextPad.registerProvider(AFTER, this);
  }

  getPaletteEntries() {
    return allowed;
  }

  getContextPadEntries() {
    return allowed;
  }
}

const allowed = (entries) => Object.fromEntries(Object.entries(entries).filter(([name]) => !REFUSED.test(name)));
const drawnOnly = { __init__: ["drawnOnly"], drawnOnly: ["type", DrawnOnly] };

const viewsOf = (readonly) => [
  { id: "drd", constructor: readonly ? DrdViewer : DrdModeler, opens: "dmn:Definitions" },
  {
    id: "decisionTable",
    constructor: readonly ? DecisionTableViewer : DecisionTableEditor,
    opens: (it) => is(it, "dmn:Decision") && is(it.decisionLogic, "dmn:DecisionTable"),
  },
  {
    id: "literalExpression",
    constructor: readonly ? LiteralExpressionViewer : LiteralExpressionEditor,
    opens: (it) => is(it, "dmn:Decision") && is(it.decisionLogic, "dmn:LiteralExpression"),
  },
];

class Tables extends EditingManager {
  constructor(options) {
    super(options);
    this.views = viewsOf(options.readonly);
  }

  _getViewProviders() {
    return this.views;
  }

  /** Most files hold one table: that is what a designer comes for, not its box in a picture. */
  _getInitialView(views, preferred) {
    return views.find((it) => it.type !== "drd") ?? super._getInitialView(views, preferred);
  }
}

export async function tableEditor(page) {
  const container = made("div", { className: "editor-table" });
  container.setAttribute("aria-label", page.words.tableName);
  container.setAttribute("role", "group");
  page.host.append(container);
  const table = page.lang === "en" ? {} : DUTCH_DMN;
  const tables = new Tables({
    container,
    readonly: page.readonly,
    common: {
      // what the check lets through, but for numbers of a kind
      dataTypes: ["string", "boolean", "number", "date", "time", "dateTime"],
      expressionLanguages: { options: [{ value: "feel", label: "FEEL" }], defaults: { editor: "feel" } },
    },
    drd: { additionalModules: [translateModule(table), ...(page.readonly ? [] : [drawnOnly])] },
    decisionTable: { additionalModules: [translateModule(table)] },
    literalExpression: { additionalModules: [translateModule(table)] },
  });
  if (page.lang !== "en") {
    // cells hold what people wrote
    relabel(container, DUTCH_DMN, ".cell");
  }
  return editorOf(page, tables, container, await publishedOf(page));
}

function editorOf(page, tables, container, published) {
  const parse = async (xml) => (await tables._moddle.fromXML(xml, "dmn:Definitions")).rootElement;
  const lines = async (one, other) => tableDifferences(await parse(one), await parse(other), page.lang);
  const read = async () => (await tables.saveXML({ format: true })).xml;
  const stack = () => tables.getActiveViewer()?.get("commandStack", false);
  const go = (id) => lookFor(tables, container, id);
  return {
    open: (xml) => tables.importXML(xml),
    read,
    lines,
    go,
    mark: markStyle(
      (id) =>
        `.editor-table [data-element-id="${id}"], .editor-table [data-row-id="${id}"], .editor-table [data-col-id="${id}"]`,
    ),
    onChange(act) {
      const follow = ({ viewer }) => viewer.on("commandStack.changed", ({ trigger }) => trigger !== "clear" && act());
      Object.values(tables._viewers).forEach((viewer) => follow({ viewer }));
      tables.on("viewer.created", follow);
    },
    file: {
      get name() {
        const decision = tables.getDefinitions()?.drgElement?.find((it) => is(it, "dmn:Decision"));
        return `${decision?.id ?? "table"}.dmn`;
      },
      type: "application/xml",
    },
    acts: {
      undo: () => stack()?.canUndo() && stack().undo(),
      redo: () => stack()?.canRedo() && stack().redo(),
      compare: comparison(page, { published, lines, read, look: go }),
    },
  };
}

/** Opens the decision that holds the element, and shows the row, column or cell. */
async function lookFor(tables, container, id) {
  const view = tables.getViews().find((it) => it.type !== "drd" && (it.id === id || holds(it.element, id)));
  if (view && tables.getActiveView() !== view) {
    await tables.open(view);
  }
  const name = CSS.escape(id);
  const cell = container.querySelector(`[data-element-id="${name}"], [data-row-id="${name}"], [data-col-id="${name}"]`);
  (cell ?? container).scrollIntoView({ block: "nearest", inline: "nearest" });
  cell?.querySelector("[contenteditable], [tabindex], input")?.focus();
}

function holds(decision, id) {
  const { input = [], output = [], rule = [] } = decision.decisionLogic ?? {};
  const parts = [
    decision.decisionLogic,
    ...input,
    ...output,
    ...rule,
    ...rule.flatMap((it) => [...(it.inputEntry ?? []), ...(it.outputEntry ?? [])]),
  ];
  return parts.some((it) => it?.id === id);
}
