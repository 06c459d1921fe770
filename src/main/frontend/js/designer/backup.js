// A copy of unsaved work on this computer, so that a crash or a dead line costs seconds.
const PREFIX = "samenspraak.draft:";
const MONTH = 31 * 24 * 3600 * 1000;

const keyOf = (url, version) => `${PREFIX}${url}:${version}`;

// a private window or a full disk has no storage: the work goes on without a copy
function storage(act, otherwise) {
  try {
    return act(window.localStorage);
  } catch {
    return otherwise;
  }
}

function entriesOf(url) {
  return storage((store) => {
    const start = `${PREFIX}${url}:`;
    return Object.keys(store)
      .filter((key) => key.startsWith(start))
      .map((key) => ({ key, version: key.slice(start.length), ...JSON.parse(store.getItem(key)) }));
  }, []);
}

export function keepCopy(url, version, content) {
  storage((store) => store.setItem(keyOf(url, version), JSON.stringify({ content, at: Date.now() })));
}

export function forgetCopies(url) {
  storage((store) => entriesOf(url).forEach(({ key }) => store.removeItem(key)));
}

/** The newest copy that says something else than the draft; copies of long ago are thrown away. */
export function copyOf(url, saved) {
  const entries = entriesOf(url);
  const old = entries.filter((it) => Date.now() - it.at > MONTH || it.content === saved);
  storage((store) => old.forEach(({ key }) => store.removeItem(key)));
  return entries.filter((it) => !old.includes(it)).sort((a, b) => b.at - a.at)[0];
}
