// The palette by keyboard: entries are buttons; Enter puts the element behind the selected one, or in the middle of the drawing.
import { isAny } from "bpmn-js/lib/util/ModelUtil";

class PaletteKeys {
  static $inject = ["eventBus", "palette", "canvas", "selection", "autoPlace", "modeling", "directEditing", "dragging"];

  constructor(eventBus, palette, canvas, selection, autoPlace, modeling, directEditing, dragging) {
    Object.assign(this, { palette, canvas, selection, autoPlace, modeling, directEditing, dragging });
    eventBus.on(["palette.changed", "contextPad.open"], () => queueMicrotask(() => this.name()));
    eventBus.on("diagram.init", () => {
      this.container = canvas.getContainer();
      this.container.addEventListener("keydown", (event) => this.pressed(event));
      queueMicrotask(() => this.name());
    });
  }

  name() {
    this.container?.querySelectorAll(".djs-palette .entry, .djs-context-pad .entry").forEach((entry) => {
      entry.setAttribute("role", "button");
      entry.setAttribute("tabindex", "0");
      if (entry.title) {
        entry.setAttribute("aria-label", entry.title);
      }
    });
  }

  pressed(event) {
    const entry = event.target.closest?.(".djs-palette .entry, .djs-context-pad .entry");
    if (!entry || (event.key !== "Enter" && event.key !== " ")) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (entry.closest(".djs-context-pad") || !entry.dataset.action.startsWith("create.")) {
      entry.click();
      return;
    }
    this.place(entry);
  }

  /** A click on the palette makes an element that hangs on the mouse; without a mouse it has to get a place. */
  place(entry) {
    const box = entry.getBoundingClientRect();
    this.palette.trigger("click", pointerAt(entry, box.x, box.y), true);
    const { elements, shape } = this.dragging.context()?.data?.context ?? {};
    this.dragging.cancel();
    if (!shape) {
      return;
    }
    const [selected] = this.selection.get();
    if (selected && elements.length === 1 && isAny(selected, ["bpmn:FlowNode"]) && isAny(shape, ["bpmn:FlowNode"])) {
      this.autoPlace.append(selected, shape);
    } else {
      const { x, y, width, height } = this.canvas.viewbox();
      const placed = this.modeling.createElements(
        elements,
        { x: x + width / 2, y: y + height / 2 },
        this.canvas.getRootElement(),
      );
      this.selection.select(placed[0]);
      // as after appending: what comes next is its name
      this.directEditing.activate(placed[0]);
    }
  }
}

const pointerAt = (target, clientX, clientY) =>
  Object.assign(new MouseEvent("click", { clientX, clientY }), { delegateTarget: target });

export default {
  __init__: ["paletteKeys"],
  paletteKeys: ["type", PaletteKeys],
};
