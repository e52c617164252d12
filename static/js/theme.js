// "As my device": set before the first paint, follows the device while the page is open.
// A classic script in the head, because a module would run too late and flash.
(function () {
  var root = document.documentElement;
  if (root.dataset.theme !== "device") return;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function follow() { root.dataset.bsTheme = dark.matches ? "dark" : "light"; }
  follow();
  dark.addEventListener("change", follow);
})();
