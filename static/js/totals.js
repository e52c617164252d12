// A total that follows what is typed. The server has printed it already.
//
// <output data-total="share" data-total-text="{n} of 100 %"> counts the inputs
// <input data-total-of="share"> of the same form.
function count(form) {
  for (const output of form.querySelectorAll("[data-total]")) {
    const inputs = form.querySelectorAll(`[data-total-of="${output.dataset.total}"]`);
    let total = 0;
    for (const input of inputs) total += Number.parseInt(input.value, 10) || 0;
    output.textContent = output.dataset.totalText.replace("{n}", total);
  }
}

document.addEventListener("input", (event) => {
  if (event.target.dataset.totalOf && event.target.form) count(event.target.form);
});
