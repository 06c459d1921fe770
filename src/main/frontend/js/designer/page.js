// What the page of a draft says about itself, and the few things that every editor does with the page.
import { wordsOf } from "./words.js";

/** Everything the server put on the page; addresses that are not there are left out. */
export function pageOf(host) {
  const { kind, source, save, open, version, csrfHeader, csrf, templates, choices, published, lang } = host.dataset;
  const narrow = window.matchMedia("(max-width: 47.99rem)").matches;
  return {
    host,
    kind,
    source,
    save,
    open,
    version,
    csrf: csrfHeader ? { [csrfHeader]: csrf } : {},
    templates,
    choices,
    published,
    lang: lang ?? "nl",
    words: wordsOf(lang),
    narrow,
    // nobody draws with a thumb: a phone shows the drawing and says why it can't be changed
    readonly: "readonly" in host.dataset || narrow,
  };
}

/** Says where the work is; read out by a screen reader, so only called when that changed. */
export function say(text) {
  const state = document.getElementById("editor-state");
  if (state && state.textContent !== text) {
    state.textContent = text;
  }
}

async function fetched(url) {
  const answer = await fetch(url, {
    credentials: "same-origin",
    headers: { Accept: "application/xml, application/json" },
  });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${url}`);
  }
  return answer;
}

export const textOf = async (url) => (await fetched(url)).text();
export const dataOf = async (url, otherwise) => (url ? (await fetched(url)).json() : otherwise);

/** The published version to compare with; a draft of something new has none. */
export const publishedOf = async (page) => (page.published ? textOf(page.published) : undefined);

/** Gives the user a file, without asking the server. */
export function download(name, content, type) {
  const link = document.createElement("a");
  const url = URL.createObjectURL(new Blob([content], { type }));
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** An element with its text: what people wrote is never read as HTML. */
export function made(tag, properties = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "data") {
      Object.assign(element.dataset, value);
    } else {
      element[name] = value;
    }
  }
  element.append(...inside);
  return element;
}

/** The button of the page that does this, where it has one. */
export const buttonFor = (act) => document.querySelector(`button[data-do="${act}"]`);

export const button = (text, act, primary) => {
  const control = made("button", { type: "button", className: "utrecht-button", textContent: text });
  control.classList.add(primary ? "utrecht-button--primary-action" : "utrecht-button--secondary-action");
  control.addEventListener("click", act);
  return control;
};
