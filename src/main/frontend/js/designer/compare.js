// What differs from the published version, as a list under the editor; a model also shows it in pictures (picture).
import { made } from "./page.js";

/**
 * lines(one, other) gives [{id, kind, text}]; read() the draft; look(id) goes to an element; picture, where there is one, has
 * show(published, lines) and hide().
 */
export function comparison(page, { published, lines, read, look, picture }) {
  const { words } = page;
  let section;
  let label;

  async function show() {
    section = made("section", { className: "editor-differences" }, made("h2", { textContent: words.compareTitle }));
    page.host.after(section);
    if (!published) {
      section.append(made("p", { textContent: words.compareNone }));
      return;
    }
    const found = await lines(published, await read());
    await picture?.show(published, found);
    section.append(found.length ? list(found) : made("p", { textContent: words.compareSame }));
  }

  function list(found) {
    const rows = found.map(({ id, kind, text }) => {
      const level = made("strong", { className: `difference difference--${kind}`, textContent: words[kind] });
      const link = made("a", { href: "#editor", textContent: text });
      link.addEventListener("click", (event) => {
        event.preventDefault();
        look(id);
      });
      return made("li", {}, level, " ", link);
    });
    return made("ul", { className: "editor-differences__list" }, ...rows);
  }

  return async (control) => {
    if (section) {
      picture?.hide();
      section.remove();
      section = undefined;
      control.textContent = label;
      control.setAttribute("aria-pressed", "false");
      return;
    }
    label = control.textContent;
    control.textContent = words.compareOff;
    control.setAttribute("aria-pressed", "true");
    await show();
  };
}
