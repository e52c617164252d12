// Menus are <details> and work by themselves; this closes them on Escape or a press elsewhere.
export function closeMenus() {
  const open = () => document.querySelectorAll("details.ats-drop[open]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });
}

// On a narrow screen the tabs scroll sideways: begin with the current one in sight.
export function showCurrentTab() {
  const current = document.querySelector(".ats-tabs [aria-current]");
  const tabs = current?.closest(".ats-tabs");
  if (tabs) tabs.scrollLeft = current.offsetLeft - tabs.offsetLeft - 16;
}
