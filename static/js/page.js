// Every page loads this one; each part does nothing where its markup is missing.
import { addRows } from "./add_row.js";
import { countWords } from "./counter.js";
import { focusErrors } from "./error_focus.js";
import { clearLive } from "./live.js";
import { closeMenus, showCurrentTab } from "./menu.js";

function start(root) {
  focusErrors(root);
  countWords(root);
  addRows(root);
}

clearLive();
closeMenus();
showCurrentTab();
start(document);
for (const event of ["htmx:after:swap", "ats:row"]) {
  document.addEventListener(event, () => start(document));
}
