// A slider beside a number, kept in step; the number is what is sent.
// Without script there are only numbers: the server prints the sliders hidden.
//
// <input name="weight" id="w1"> <input type="range" data-slides="w1" aria-label="…" hidden>
function pair(slider) {
  const number = document.getElementById(slider.dataset.slides);
  if (!number) return;
  const follow = () => { slider.value = Number.parseInt(number.value, 10) || 0; };
  follow();
  slider.hidden = false;
  number.addEventListener("input", follow);
  slider.addEventListener("input", () => {
    number.value = slider.value;
    number.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

function start() {
  for (const slider of document.querySelectorAll("[data-slides]:not([data-ready])")) {
    slider.dataset.ready = "";
    pair(slider);
  }
}

start();
document.addEventListener("htmx:after:swap", start);
