// The draft beside the published version, with what is new, gone, changed and moved in colour.
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import camunda from "camunda-bpmn-moddle/resources/camunda.json";
import { buttonFor, made } from "./page.js";

export class Picture {
  constructor(page, drawing, fit) {
    Object.assign(this, { page, drawing, fit });
  }

  async show(published, lines) {
    const { words, host } = this.page;
    buttonFor("simulate")?.setAttribute("disabled", "");
    this.pane = made("div", { className: "editor-published" });
    this.pane.setAttribute("aria-label", words.publishedPicture);
    this.pane.setAttribute("role", "group");
    this.pane.dataset.title = words.publishedPicture;
    host.querySelector(".editor-canvas").dataset.title = words.draftPicture;
    host.dataset.mode = "compare";
    host.prepend(this.pane);
    this.viewer = new NavigatedViewer({ container: this.pane, moddleExtensions: { camunda } });
    await this.viewer.importXML(published);
    this.lines = lines;
    lines.forEach((it) => this.mark(it, "addMarker"));
    this.drawing.get("canvas").resized();
    this.fit(this.viewer);
    this.fit(this.drawing);
  }

  mark({ id, kind }, act) {
    [this.drawing, this.viewer].forEach((it) => {
      if (it.get("elementRegistry").get(id)) {
        it.get("canvas")[act](id, `difference-${kind}`);
      }
    });
  }

  /** Shows the element in the published version too. */
  look(id) {
    const element = this.viewer?.get("elementRegistry").get(id);
    if (element) {
      this.viewer.get("canvas").scrollToElement(element);
    }
  }

  hide() {
    if (!this.viewer) {
      return;
    }
    this.lines.forEach((it) => this.mark(it, "removeMarker"));
    this.viewer.destroy();
    this.pane.remove();
    this.viewer = undefined;
    buttonFor("simulate")?.removeAttribute("disabled");
    delete this.page.host.dataset.mode;
    this.drawing.get("canvas").resized();
    this.fit(this.drawing);
  }
}
