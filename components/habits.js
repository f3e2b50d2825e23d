// Links to our own pages that start a visit of their own carry what the reader chose for this one.

export default function ({ data }) {
  Object.assign(window, { __kept: data.kept, __pages: data.pages });
  window.__carries ??= (addEventListener("pointerdown", carry, true), addEventListener("keydown", carry, true), true);
}

function carry(event) {
  const link = event.target.closest?.("[data-testid=stMain] a[href]");
  if (!link || link.origin !== location.origin || !window.__pages.includes(link.pathname.split("/").pop())) return;
  const here = new URL(location.href).searchParams, to = new URL(link.href);
  for (const [name, kept] of Object.entries(window.__kept)) {
    // Where the control is on the page, the address has it, or it is as it was at first.
    const chosen = here.get(name) ?? (document.querySelector(`.st-key-${name}`) ? null : kept);
    if (chosen && !to.searchParams.has(name)) to.searchParams.set(name, chosen);
  }
  if (to.href !== link.href) link.href = to.href;
}
