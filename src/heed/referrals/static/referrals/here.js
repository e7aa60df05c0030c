// Who else writes here now: <form data-here>. Asks twice a minute, while its reader is at the page;
// so that a page left open neither says that somebody is here nor keeps them signed in.

for (const form of document.querySelectorAll("form[data-here]")) {
  const every = 30_000;
  const awayAfter = 120_000;
  const said = form.querySelector("[role=status]");
  let last = Date.now();
  for (const what of ["keydown", "pointerdown", "scroll"]) {
    addEventListener(what, () => { last = Date.now(); }, { passive: true });
  }

  const ask = async () => {
    if (document.hidden || Date.now() - last > awayAfter) return;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
      if (!answer.ok) return;
      const { here } = await answer.json();
      if (said.textContent !== here) said.textContent = here;
    } catch {
      // Without a connection the page stays as it is.
    }
  };

  ask();
  setInterval(ask, every);
}
