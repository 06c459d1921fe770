// Joins an editor (model, table or form) to its page: opening, saving, findings, buttons.
import { copyOf, forgetCopies } from "./backup.js";
import { offerCopy, showConflict } from "./dialogs.js";
import { followFindings, levelOf, shownFindings, showFindings } from "./findings.js";
import { dataOf, download, made, pageOf, say, textOf } from "./page.js";
import { watchOthers } from "./presence.js";
import { keeper } from "./saving.js";

// milliseconds
const PAINTED = 150;
const NO_CHOICES = { groups: [], forms: [], tables: [], models: [], terms: [], letters: [] };

/**
 * make(page, sources) gives the editor: open(text), read(), onChange(act), go(id), mark(findings), file {name, type}, and per
 * button what it does in `acts`; ready(), where it has one, is called when the page listens; `lines(one, other)` says in words how two contents differ, where it can.
 */
export async function start(make) {
  const host = document.getElementById("editor");
  if (!host) {
    return;
  }
  const page = pageOf(host);
  try {
    const [content, choices, templates] = await Promise.all([
      textOf(page.source),
      dataOf(page.choices, NO_CHOICES),
      dataOf(page.templates, []),
    ]);
    const editor = await make(page, { choices: { ...NO_CHOICES, ...choices }, templates });
    await editor.open(content);
    run(page, editor, content);
  } catch (fault) {
    say(page.words.broken);
    // no empty drawing with tools: what was made here would take the place of what is in the file
    host.hidden = true;
    // who helps a designer wants to know why
    console.error(fault);
  }
}

function run(page, editor, content) {
  editor.mark(shownFindings());
  followFindings(editor.go);
  // a finding on the page of the trajectory names its element in the address; a panel listens once it was painted
  const [, named] = /^#([\w.-]+)$/.exec(window.location.hash) ?? [];
  if (named && !document.getElementById(named)) {
    setTimeout(() => editor.go(named), PAINTED);
  }
  if (page.readonly) {
    page.host.dataset.ready = "";
    page.host.before(
      made("p", { className: "editor-note", textContent: page.narrow ? page.words.narrow : page.words.looking }),
    );
    press(page, editor);
    return;
  }
  const saving = keeper(page, {
    read: editor.read,
    found: (findings) => {
      showFindings(findings, page.words);
      editor.mark(findings.map((it) => ({ ...it, severity: levelOf(it.severity) })));
    },
    conflict: async ({ mine, theirs }) => {
      const lines = editor.lines ? (await editor.lines(theirs.content, mine)).map((it) => it.text) : undefined;
      showConflict(page, {
        mine,
        theirs,
        lines,
        file: editor.file,
        open: () => window.location.reload(),
      });
    },
  });
  watchOthers(page);
  editor.onChange(saving.changed);
  document.addEventListener("keydown", (event) => {
    // the browser would save the page
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      saving.save();
    }
  });
  offer(page, editor, content, saving);
  press(page, editor);
  editor.ready?.();
  // read by tests and by the page: the editor listens from here on
  page.host.dataset.ready = "";
}

function offer(page, editor, content, saving) {
  const copy = copyOf(page.save, content);
  if (copy) {
    offerCopy(page, copy, {
      restore: async () => {
        await editor.open(copy.content);
        saving.changed();
      },
      discard: () => forgetCopies(page.save),
    });
  }
}

function press(page, editor) {
  const changes = page.readonly ? { undo: undefined, redo: undefined } : {};
  const acts = {
    ...editor.acts,
    ...changes,
    download: async () => download(editor.file.name, await editor.read(), editor.file.type),
  };
  document.querySelectorAll("button[data-do]").forEach((control) => {
    const act = acts[control.dataset.do];
    // a button that this kind can't do is not shown
    control.hidden = !act;
    control.addEventListener("click", () => act?.(control));
  });
}
