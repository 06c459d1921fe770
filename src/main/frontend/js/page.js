import htmx from "htmx.org/dist/htmx.esm.js";
import "./ballot.js";
import "./keys.js";
import "./drafts.js";
import "./files.js";

document.documentElement.classList.add("js");

// strict content policy: no inline styles, no evaluated code
Object.assign(htmx.config, { includeIndicatorStyles: false, allowEval: false, historyCacheSize: 0 });

const focusFirst = () => document.querySelector("[data-focus]")?.focus();
document.addEventListener("DOMContentLoaded", focusFirst);
if (document.readyState !== "loading") {
  focusFirst();
}

// the server also sends whole pages back when it refuses (422, 409): show them, but not inside the page that keeps a draft
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 422 || event.detail.xhr.status === 409) {
    event.detail.shouldSwap = event.detail.target.id !== "kept";
    event.detail.isError = false;
  }
  // signed out while typing: drafts.js says it
  if (event.detail.xhr.status === 401 || event.detail.xhr.status === 403) {
    event.detail.isError = false;
  }
});

const menu = document.querySelector(".top__menu");
document.addEventListener("keydown", (event) => event.key === "Escape" && menu?.removeAttribute("open"));
document.addEventListener("click", (event) => menu?.contains(event.target) || menu?.removeAttribute("open"));

// the drawing of a case opens where the case is
document.querySelectorAll(".diagram").forEach((box) => {
  const now = box.querySelector(".drawing__shape--now")?.getBoundingClientRect();
  const seen = box.getBoundingClientRect();
  box.scrollLeft += now ? now.left + now.width / 2 - seen.left - seen.width / 2 : 0;
});
