// The error summary takes the focus once, so that a screen reader begins there.
export function focusErrors(root) {
  const summary = root.querySelector(".ats-errors:not([data-seen])");
  if (!summary) return;
  summary.dataset.seen = "";
  summary.focus();
}
