// Moving cards by dragging and by the keyboard. Without script each card's menu does it.
const board = document.querySelector("[data-board][data-movable]");
const live = document.querySelector("[data-board-live]");

let moving = null; // the card that is dragged or was picked up

const columns = () => [...board.querySelectorAll("[data-step]")];
const allowed = (card) => card.dataset.moves.trim().split(/\s+/);
const label = (column) => column.querySelector("h2").firstChild.textContent.trim();

function pickUp(card) {
  moving = card;
  card.classList.add("is-moving");
  for (const column of columns()) {
    column.classList.toggle("is-open", allowed(card).includes(column.dataset.step));
  }
}

function putDown() {
  moving?.classList.remove("is-moving");
  moving = null;
  for (const column of columns()) column.classList.remove("is-open", "is-target");
}

function aim(column) {
  for (const one of columns()) one.classList.toggle("is-target", one === column);
}

// The card's own menu holds the form; its button is pressed for whoever dropped it.
function send(card, step) {
  card.querySelector(`button[name="to"][value="${CSS.escape(step)}"]`)?.click();
}

function openColumn(event) {
  const column = event.target.closest?.("[data-step]");
  return moving && column?.classList.contains("is-open") ? column : null;
}

function dragging() {
  board.addEventListener("dragstart", (event) => {
    const card = event.target.closest("[data-card][draggable]");
    if (!card) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", card.dataset.name);
    pickUp(card);
  });
  board.addEventListener("dragover", (event) => {
    const column = openColumn(event);
    aim(column);
    if (column) event.preventDefault();
  });
  board.addEventListener("drop", (event) => {
    const column = openColumn(event);
    if (!column) return;
    event.preventDefault();
    send(moving, column.dataset.step);
  });
  board.addEventListener("dragend", putDown);
}

function keys() {
  let at = 0;
  let open = [];
  board.addEventListener("keydown", (event) => {
    const card = event.target.closest("[data-card][draggable]");
    if (!moving) {
      const typed = event.key.toLowerCase() === "m";
      if (!card || !typed || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      pickUp(card);
      open = columns().filter((column) => column.classList.contains("is-open"));
      at = -1;
      say(`${card.dataset.name}: ${open.map(label).join(", ")}`);
      return;
    }
    if (event.key === "Escape" || event.key === "Tab") {
      putDown();
      say("");
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      event.preventDefault();
      const step = event.key === "ArrowRight" ? 1 : -1;
      at = at < 0 ? (step > 0 ? 0 : open.length - 1) : at + step;
      at = Math.max(0, Math.min(open.length - 1, at));
      aim(open[at]);
      open[at].scrollIntoView({ block: "nearest", inline: "nearest" });
      say(label(open[at]));
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (at >= 0) send(moving, open[at].dataset.step);
    }
  });
}

function say(text) {
  live.textContent = text;
}

if (board && live) {
  dragging();
  keys();
}
