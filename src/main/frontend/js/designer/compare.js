// The draft beside the published version, with what is new, gone, changed and moved in colour and in words.
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import camunda from "camunda-bpmn-moddle/resources/camunda.json";
import { differencesOf } from "./differences.js";
import { made } from "./page.js";

export class Compare {
  constructor(page, modeler, published) {
    Object.assign(this, { page, modeler, published });
  }

  /** Reads a file without showing it. */
  parse(xml) {
    return this.modeler.get("moddle").fromXML(xml);
  }

  async lines(one, other) {
    return differencesOf(await this.parse(one), await this.parse(other), this.page.lang);
  }

  async toggle(control) {
    if (this.section) {
      this.stop(control);
      return;
    }
    const { words } = this.page;
    this.label = control.textContent;
    control.textContent = words.compareOff;
    control.setAttribute("aria-pressed", "true");
    this.section = made("section", { className: "editor-differences" }, made("h2", { textContent: words.compareTitle }));
    this.page.host.after(this.section);
    if (!this.published) {
      this.section.append(made("p", { textContent: words.compareNone }));
      return;
    }
    await this.show((await this.modeler.saveXML({ format: true })).xml);
  }

  async show(draft) {
    const { words, host } = this.page;
    const lines = await this.lines(this.published, draft);
    host.dataset.mode = "compare";
    this.pane = made("div", { className: "editor-published" });
    this.pane.setAttribute("aria-label", words.publishedPicture);
    this.pane.setAttribute("role", "group");
    host.prepend(this.pane);
    host.querySelector(".editor-canvas").dataset.title = words.draftPicture;
    this.pane.dataset.title = words.publishedPicture;
    this.viewer = new NavigatedViewer({ container: this.pane, moddleExtensions: { camunda } });
    await this.viewer.importXML(this.published);
    this.viewer.get("canvas").zoom("fit-viewport", "auto");
    this.modeler.get("canvas").resized();
    this.modeler.get("canvas").zoom("fit-viewport", "auto");
    lines.forEach((it) => this.mark(it, "addMarker"));
    this.marked = lines;
    this.section.append(lines.length ? this.list(lines) : made("p", { textContent: words.compareSame }));
  }

  list(lines) {
    const { words } = this.page;
    const list = made("ul", { className: "editor-differences__list" });
    for (const { id, kind, text } of lines) {
      const link = made("a", { href: "#editor", textContent: text });
      link.addEventListener("click", (event) => {
        event.preventDefault();
        this.look(id);
      });
      const level = made("strong", { className: `difference difference--${kind}`, textContent: words[kind] });
      list.append(made("li", {}, level, " ", link));
    }
    return list;
  }

  look(id) {
    [this.modeler, this.viewer].forEach((it) => {
      const element = it.get("elementRegistry").get(id);
      if (element) {
        it.get("canvas").scrollToElement(element);
        it.get("selection", false)?.select(element);
      }
    });
  }

  mark({ id, kind }, act) {
    [this.modeler, this.viewer].forEach((it) => {
      if (it.get("elementRegistry").get(id)) {
        it.get("canvas")[act](id, `difference-${kind}`);
      }
    });
  }

  stop(control) {
    control.textContent = this.label;
    control.setAttribute("aria-pressed", "false");
    this.marked?.forEach((it) => this.mark(it, "removeMarker"));
    this.viewer?.destroy();
    this.pane?.remove();
    this.section.remove();
    this.section = this.viewer = this.pane = this.marked = undefined;
    delete this.page.host.dataset.mode;
    this.modeler.get("canvas").resized();
  }
}
