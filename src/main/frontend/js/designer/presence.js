// Tells who else has the same file open, from the moment that it opens.
const OFTEN = 30000;

export function watchOthers(page) {
  const line = document.getElementById("editor-others");
  const ask = async () => {
    if (document.hidden) {
      return;
    }
    try {
      const answer = await fetch(page.open, { method: "POST", credentials: "same-origin", headers: page.csrf });
      const text = (answer.headers.get("Content-Type") ?? "").startsWith("text/plain") ? await answer.text() : undefined;
      // read out by a screen reader, so only when it changed
      if (answer.ok && text !== undefined && line.textContent !== text) {
        line.textContent = text;
      }
    } catch {
      // without a connection the state says so already
    }
  };
  setInterval(ask, OFTEN);
  document.addEventListener("visibilitychange", ask);
}
