// Rows of a form set without a reload. Without script the same button is sent to the server.
//
// <div data-rows="jobs">            the form set's prefix
//   {{ formset.management_form }}
//   <div data-row-list> rows … </div>
//   <template data-row-template> empty_form </template>
//   <button type="submit" name="add_row" value="jobs" formnovalidate data-add-row>
// </div>
export function addRows(root) {
  for (const set of root.querySelectorAll("[data-rows]:not([data-ready])")) {
    set.dataset.ready = "";
    const prefix = set.dataset.rows;
    const management = (name) => set.querySelector(`[name="${prefix}-${name}"]`);
    const total = management("TOTAL_FORMS");
    const most = Number(management("MAX_NUM_FORMS")?.value || 1000);
    const button = set.querySelector("[data-add-row]");
    const list = set.querySelector("[data-row-list]");
    const template = set.querySelector("template[data-row-template]");
    if (!total || !button || !list || !template) continue;
    button.addEventListener("click", (event) => {
      event.preventDefault();
      const index = Number(total.value);
      if (index >= most) return;
      const holder = document.createElement("template");
      holder.innerHTML = template.innerHTML.replaceAll("__prefix__", String(index));
      const first = holder.content.querySelector("input:not([type=hidden]), select, textarea");
      list.append(holder.content);
      total.value = String(index + 1);
      button.hidden = index + 1 >= most;
      first?.focus();
      document.dispatchEvent(new CustomEvent("ats:row"));
    });
  }
}
