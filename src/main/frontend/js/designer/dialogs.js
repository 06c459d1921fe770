// Two questions: what to do with unsaved work that was found again, and which of two versions goes on.
import { button, download, made } from "./page.js";
import { timeOf } from "./words.js";

const LINES = 40;

/** Asks whether a copy comes back. It stands above the editor and does not block it. */
export function offerCopy(page, copy, { restore, discard }) {
  const { words } = page;
  const time = timeOf(copy.at, page.lang);
  const question = copy.version === page.version ? words.restoreQuestion(time) : words.restoreOlder(time);
  const box = made("div", { className: "editor-offer" }, made("p", { textContent: question }));
  box.setAttribute("role", "alert");
  const act = (then) => () => {
    box.remove();
    then();
  };
  box.append(
    made(
      "div",
      { className: "editor-offer__acts" },
      button(words.restore, act(restore), true),
      button(words.discard, act(discard)),
    ),
  );
  page.host.before(box);
}

/** Shows that somebody else changed the draft: what differs, and the two ways on. */
export function showConflict(page, { mine, theirs, lines, file, open }) {
  const { words } = page;
  const title = made("h2", { id: "editor-conflict", textContent: words.conflictTitle });
  const dialog = made("dialog", { className: "editor-dialog" }, title);
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(made("p", { textContent: theirs.message ?? words.conflictBy(theirs.by) }));
  if (lines) {
    dialog.append(made("p", { textContent: lines.length ? words.differences : words.same }));
    const shown = lines.slice(0, LINES).map((text) => made("li", { textContent: text }));
    if (lines.length > LINES) {
      shown.push(made("li", { textContent: words.more(lines.length - LINES) }));
    }
    dialog.append(made("ul", {}, ...shown));
  }
  dialog.append(
    made("p", { textContent: words.conflictWays }),
    made(
      "div",
      { className: "editor-dialog__acts" },
      button(
        words.theirs(theirs.by),
        () => {
          dialog.close();
          open();
        },
        true,
      ),
      button(words.mine, () => download(file.name, mine, file.type)),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
