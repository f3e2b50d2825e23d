// Links to our own pages that start a visit of their own carry what the reader chose for this one.
// PAGES is put before this text by components/habits.py.

function carry(event) {
  const link = event.target.closest?.("[data-testid=stMain] a[href]");
  if (!link || link.origin !== location.origin || !PAGES.includes(link.pathname.split("/").pop())) return;
  const told = JSON.parse(document.querySelector(".paper-foot")?.dataset.kept ?? "{}");
  const here = new URL(location.href).searchParams, to = new URL(link.href);
  for (const [name, kept] of Object.entries(told)) {
    // Where the control is on the page, the address has it, or it is as it was at first.
    const chosen = here.get(name) ?? (document.querySelector(`.st-key-${name}`) ? null : kept);
    if (chosen && !to.searchParams.has(name)) to.searchParams.set(name, chosen);
  }
  if (to.href !== link.href) link.href = to.href;
}

addEventListener("pointerdown", carry, true);
addEventListener("keydown", carry, true);
