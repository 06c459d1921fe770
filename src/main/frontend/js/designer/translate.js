// The libraries ask for each of their texts; what is not in the table stays English.
export function translateModule(table) {
  const translate = (template, replacements = {}) =>
    (table[template] ?? template).replace(/{([^}]+)}/g, (whole, key) => replacements[key] ?? whole);
  return { translate: ["value", translate] };
}

const ATTRIBUTES = ["title", "placeholder", "aria-label"];

/**
 * For parts that have their texts built in: replaces them where they stand, in the given part of the page only, and never in
 * what people typed.
 */
export function relabel(root, table, skip) {
  // a header says "User Task" where a menu says "User task"
  const lower = new Map(Object.entries(table).map(([english, word]) => [english.toLowerCase(), word]));
  const wordFor = (english) => {
    const [, count] = /^List contains (\d+) items?$/.exec(english ?? "") ?? [];
    return count
      ? table["List contains {numOfItems} items"]?.replace("{numOfItems}", count)
      : english && (table[english] ?? lower.get(english.toLowerCase()));
  };
  const isTyped = (node) => node.closest?.("input, textarea, [contenteditable]") || (skip && node.closest?.(skip));
  const one = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const word = node.data.trim();
      const dutch = wordFor(word);
      if (dutch && dutch !== word && node.parentElement && !isTyped(node.parentElement)) {
        node.data = node.data.replace(word, dutch);
      }
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || (skip && node.closest(skip))) {
      return;
    }
    for (const name of ATTRIBUTES) {
      const word = node.getAttribute(name);
      const dutch = wordFor(word);
      if (dutch && dutch !== word) {
        node.setAttribute(name, dutch);
      }
    }
    node.childNodes.forEach(one);
  };
  one(root);
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "childList") {
        addedNodes.forEach(one);
      } else {
        one(target);
      }
    }
  }).observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
}
