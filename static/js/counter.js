// <textarea data-words="150" data-words-text="{n} of {max} words"> gets a count below it.
// Seen at once; said to a screen reader when the writer pauses.
export function countWords(root) {
  for (const field of root.querySelectorAll("[data-words]:not([data-counted])")) {
    field.dataset.counted = "";
    const shown = document.createElement("p");
    shown.className = "ats-caption ats-words";
    shown.setAttribute("aria-hidden", "true");
    const said = document.createElement("span");
    said.className = "visually-hidden";
    said.setAttribute("role", "status");
    field.after(shown, said);
    let pause;
    const text = () => {
      const count = (field.value.match(/\S+/g) || []).length;
      shown.classList.toggle("ats-words--over", count > Number(field.dataset.words));
      return field.dataset.wordsText.replace("{n}", count).replace("{max}", field.dataset.words);
    };
    shown.textContent = text();
    field.addEventListener("input", () => {
      shown.textContent = text();
      clearTimeout(pause);
      pause = setTimeout(() => { said.textContent = shown.textContent; }, 1000);
    });
  }
}
