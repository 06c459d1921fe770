// The findings of the check as a list; each leads to its element.
import { made } from "./page.js";

/** What the server calls it (WARNING, ERROR) as the style sheets do; what is not a warning is an error. */
export const levelOf = (severity) => (String(severity).toLowerCase() === "warning" ? "warning" : "error");

const list = () => document.getElementById("findings");

/** The findings that the server put on the page, so that the drawing shows them before the first save. */
export function shownFindings() {
  return [...(list()?.querySelectorAll("a[data-element]") ?? [])].map((link) => ({
    element: link.dataset.element,
    severity: levelOf(link.dataset.severity),
    text: link.textContent,
  }));
}

export function showFindings(findings, words) {
  const target = list();
  if (!target) {
    return;
  }
  const rows = findings.map(({ element, severity, text }) => {
    const level = levelOf(severity);
    const word = made("strong", { className: "finding__level", textContent: words[level] });
    const inside = element
      ? made("a", { href: "#editor", textContent: text, data: { element, severity: level } })
      : made("span", { textContent: text });
    return made("li", { className: `finding finding--${level}` }, word, " ", inside);
  });
  if (rows.length === 0) {
    rows.push(made("li", { className: "finding finding--none", textContent: words.noFindings }));
  }
  // the focus stays on the same finding when the list is made anew under it
  const focused = target.contains(document.activeElement) ? document.activeElement.dataset.element : undefined;
  target.replaceChildren(...rows);
  if (focused) {
    target.querySelector(`a[data-element="${CSS.escape(focused)}"]`)?.focus();
  }
}

export function followFindings(go) {
  list()?.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-element]");
    if (link) {
      event.preventDefault();
      go(link.dataset.element);
    }
  });
}

/**
 * Marks elements of editors that draw their page anew all the time, which would lose a class: a style sheet says it instead.
 * selectorOf gives the CSS selector of an element.
 */
export function markStyle(selectorOf) {
  const sheet = document.createElement("style");
  document.head.append(sheet);
  return (findings) => {
    const rule = ({ element, severity }) =>
      `${selectorOf(CSS.escape(element))} { outline: 3px ${severity === "warning" ? "dashed" : "solid"} var(--samenspraak-${severity === "warning" ? "soon" : "late"}); outline-offset: -3px; }`;
    sheet.textContent = findings
      .filter((it) => it.element)
      .map(rule)
      .join("\n");
  };
}
