// "Use this" puts the offered sentence into its duty. Without script the same button is
// sent to the server, which does it there.
//
// The check itself is one htmx request on the rows (hx-trigger): it answers pieces of
// their own and never a field, so that nobody loses their place while they type.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-use]");
  if (!button) return;
  const row = button.closest(".ats-duty");
  const field = row?.querySelector("textarea");
  const offered = row?.querySelector(".ats-try");
  if (!field || !offered) return;
  event.preventDefault();
  field.value = offered.textContent.trim();
  field.focus();
  const gap = /\[[^\]]*\]/.exec(field.value);
  if (gap) field.setSelectionRange(gap.index, gap.index + gap[0].length);
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
