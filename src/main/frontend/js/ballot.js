// A choice that could not be kept: the page says so, and tries again until it is.
const AGAIN = 5000;
const ballot = document.querySelector("[data-ballot]");
let retry = 0;
const send = () => ballot.dispatchEvent(new Event("again"));

ballot?.addEventListener("htmx:afterRequest", ({ detail }) => {
  const lost = detail.xhr.status === 0 || detail.xhr.status >= 500;
  ballot.querySelector("[data-unkept]").hidden = !lost;
  clearTimeout(retry);
  retry = lost ? setTimeout(send, AGAIN) : 0;
});
window.addEventListener("online", () => retry && send());
