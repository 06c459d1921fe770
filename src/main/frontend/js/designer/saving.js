// Saves by itself: a second and a half after the last change, at the latest five seconds after the first.
import { forgetCopies, keepCopy } from "./backup.js";
import { say } from "./page.js";
import { timeOf } from "./words.js";

const REST = 1500;
const LONGEST = 5000;
const COPY_AFTER = 400;
const FIRST_RETRY = 2000;
const LAST_RETRY = 60000;

/**
 * read: gives the content as text. found: is told the findings after each save. conflict: is told the other version (once;
 * nothing is saved after it).
 */
export function keeper(page, { read, found, conflict }) {
  const { words } = page;
  let version = page.version;
  let unsaved = false;
  let busy = false;
  let stopped = false;
  let first = 0;
  let retry = FIRST_RETRY;
  let timer;
  let copyTimer;

  function later(wait) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  async function copy() {
    if (unsaved) {
      keepCopy(page.save, version, await read());
    }
  }

  function changed() {
    if (stopped) {
      // the copy still follows: who draws on after a conflict loses nothing
      unsaved = true;
      clearTimeout(copyTimer);
      copyTimer = setTimeout(copy, COPY_AFTER);
      return;
    }
    first = unsaved ? first : Date.now();
    unsaved = true;
    say(words.unsaved);
    clearTimeout(copyTimer);
    copyTimer = setTimeout(copy, COPY_AFTER);
    later(Math.max(0, Math.min(REST, first + LONGEST - Date.now())));
  }

  function post(content, keepalive) {
    return fetch(page.save, {
      method: "POST",
      credentials: "same-origin",
      headers: { ...page.csrf, Accept: "application/json" },
      body: new URLSearchParams({ content, version }),
      keepalive,
    });
  }

  async function save() {
    clearTimeout(timer);
    if (!unsaved || stopped) {
      return;
    }
    if (busy) {
      later(REST);
      return;
    }
    busy = true;
    unsaved = false;
    say(words.saving);
    let content;
    try {
      content = await read();
      await heard(await post(content), content);
    } catch {
      again(content, words.offline);
    } finally {
      busy = false;
    }
  }

  function again(content, why) {
    unsaved = true;
    say(why);
    if (content !== undefined) {
      keepCopy(page.save, version, content);
    }
    later(retry);
    retry = Math.min(LAST_RETRY, retry * 2);
  }

  async function heard(answer, content) {
    // who is signed out is sent to the sign-in page, which is a page and no answer
    const data = (answer.headers.get("Content-Type") ?? "").includes("json") ? await answer.json() : undefined;
    if (answer.status === 401 || answer.status === 403 || (answer.ok && !data)) {
      again(content, words.signedOut);
    } else if (answer.ok) {
      kept(data);
    } else if (answer.status === 409 && data) {
      stopped = true;
      // the server keeps this one beside the other
      forgetCopies(page.save);
      say(words.conflict);
      conflict({ mine: content, theirs: data });
    } else if (answer.status === 422 && data) {
      // saving the same again would be refused again: wait for the next change
      keepCopy(page.save, version, content);
      say(words.refused(data.message));
    } else {
      again(content, words.offline);
    }
  }

  function kept(data) {
    forgetCopies(page.save);
    version = String(data.version);
    page.host.dataset.version = version;
    retry = FIRST_RETRY;
    found(data.findings ?? []);
    if (unsaved) {
      say(words.unsaved);
    } else {
      say(words.saved(timeOf(data.saved ?? Date.now(), page.lang)));
    }
  }

  // A page that goes away gets no answer, and a request that outlives it holds 64 kB at most: the copy stays until the next visit.
  async function leave() {
    if (unsaved && !stopped) {
      const content = await read();
      keepCopy(page.save, version, content);
      post(content, true).catch(() => {});
    }
  }

  window.addEventListener("pagehide", leave);
  window.addEventListener("online", () => unsaved && later(0));
  document.addEventListener("visibilitychange", () => document.hidden && save());

  return { changed, save, stop: () => (stopped = true), version: () => version, isUnsaved: () => unsaved };
}
