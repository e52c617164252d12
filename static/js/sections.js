// Parts of one page that save apart, without losing what stands unsaved in the others.
//
// <div data-parts data-not-saved="…">        what to say when no answer came
//   <section id="about"> <form method="post" action="…" hx-boost="true"> … </section>
//   …
// <div data-follows id="…">                  what else on the page shows how it stands
//
// The answer is the whole page, as it is without script. From it come the part that was
// sent, what follows it, and those other parts in which nobody has typed since.
function parts(page) {
  return [...page.querySelectorAll("section[id]")].filter((part) => part.querySelector("form[hx-boost]"));
}

function isOurs(ctx) {
  return ctx.sourceElement?.matches?.("[data-parts] form[hx-boost]");
}

function touch(target) {
  const form = target.closest("form[method=post]");
  const piece = form?.closest("[data-parts] section[id], [data-follows]");
  if (piece) piece.dataset.typed = "";
}

function complain(page) {
  const words = document.createElement("p");
  words.className = "mb-0";
  words.textContent = page.dataset.notSaved;
  const sheet = document.createElement("div");
  sheet.className = "ats-errors mt-4";
  sheet.setAttribute("role", "alert");
  sheet.tabIndex = -1;
  sheet.append(words);
  document.getElementById("problems").replaceChildren(sheet);
  sheet.focus();
}

// A pressed button is gone after the swap: go on from the one that took its place.
function keepFocus(part, pressed) {
  if (!part || document.activeElement !== document.body) return;
  const name = pressed?.name ? `button[name="${pressed.name}"]` : "button[type=submit]:not([name], [tabindex])";
  const same = [...part.querySelectorAll(name)];
  (same.find((button) => button.value === pressed?.value) ?? same.at(-1))?.focus({ preventScroll: true });
}

function start(page) {
  for (const event of ["input", "change"]) {
    document.addEventListener(event, (happened) => touch(happened.target));
  }
  document.addEventListener("click", (happened) => {
    if (happened.target.closest("[data-add-row]")) touch(happened.target);
  });

  page.addEventListener("htmx:config:request", (event) => {
    const { ctx } = event.detail;
    if (!isOurs(ctx)) return;
    const own = ctx.sourceElement.closest("section[id]");
    const others = [...parts(page), ...document.querySelectorAll("[data-follows]")];
    const untouched = others.filter((one) => one !== own && !("typed" in one.dataset));
    ctx.select = `#${own.id}`;
    ctx.target = own;
    ctx.swap = "outerHTML show:none";
    ctx.push = ctx.replace = "false";
    ctx.request.anchor = undefined;
    ctx.selectOOB = [
      ...untouched.map((one) => `#${one.id}:outerHTML`),
      "#problems:innerHTML",
      "#live:innerHTML",
    ].join(",");
    ctx.sent = own.id;
  });

  page.addEventListener("htmx:before:swap", (event) => {
    const { ctx, tasks } = event.detail;
    if (!ctx.sent) return;
    // A login page or a server error: leave the page as it is, so that no text is lost.
    if (tasks.some((task) => task.type === "main" && task.fragment.querySelector(`#${ctx.sent}`))) return;
    event.preventDefault();
    complain(page);
  });

  page.addEventListener("htmx:after:swap", (event) => {
    const { ctx } = event.detail;
    if (!ctx.sent) return;
    const part = document.getElementById(ctx.sent);
    if (ctx.response.status === 422 || part?.querySelector("[data-unsaved]")) part.dataset.typed = "";
    keepFocus(part, ctx.request.submitter);
  });

  page.addEventListener("htmx:error", (event) => {
    if (event.detail.ctx?.sent) complain(page);
  });
}

for (const page of document.querySelectorAll("[data-parts]")) start(page);
