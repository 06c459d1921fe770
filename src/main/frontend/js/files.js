// A file that is too large is not sent first: its field says so, and is empty again.
document.addEventListener("change", ({ target }) => {
  const said = target.dataset.most && document.querySelector(`[data-large="${CSS.escape(target.id)}"]`);
  if (said) {
    const large = [...target.files].some((it) => it.size > target.dataset.most * 1024 * 1024);
    said.hidden = !large;
    if (large) {
      target.value = "";
    }
  }
});
