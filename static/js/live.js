// A live message stays until the next action, so that nobody has to read against a clock.
export function clearLive() {
  const live = document.querySelector(".ats-live");
  if (!live) return;
  for (const event of ["click", "submit"]) {
    document.addEventListener(event, (happened) => {
      if (!live.contains(happened.target)) live.replaceChildren();
    }, { capture: true });
  }
}
