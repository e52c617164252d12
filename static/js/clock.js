// Says what the clock shows where the reader is, if that differs from the page's zone.
for (const place of document.querySelectorAll("[data-clock]")) {
  const moment = new Date(place.dataset.moment);
  const clock = moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (clock !== place.dataset.clock) {
    const local = moment.toLocaleString(document.documentElement.lang || undefined, {
      weekday: "short", hour: "2-digit", minute: "2-digit",
    });
    place.textContent = place.dataset.said.replace("{}", local);
  }
}
