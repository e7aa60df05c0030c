// Saves a question while it is being written: <form data-autosave>. The page works without it.

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const pauseFor = 2000;
  let pause;
  let saving = null;
  const said = document.createElement("p");
  said.className = "govuk-hint";
  said.setAttribute("role", "status");
  form.append(said);

  const save = async () => {
    try {
      const answer = await fetch(form.action || location.href, {
        method: "POST",
        body: new FormData(form),
        headers: { "Heed-Autosave": "yes" },
      });
      if (answer.ok) {
        const { saved, seen, versions = {} } = await answer.json();
        if (saved) {
          if (seen) form.elements.seen.value = seen;
          for (const [question, version] of Object.entries(versions)) {
            form.elements[`seen-${question}`].value = version;
          }
          said.textContent = `Saved ${saved}`;
        }
      } else if (answer.status === 409) {
        said.textContent = "A colleague changed this meanwhile. Press the button to see both texts.";
      } else if (answer.status === 403) {
        said.textContent = "You were signed out. Press the button: what you typed is kept for you.";
      } else {
        said.textContent = "Not saved yet. Press the button when you have finished.";
      }
    } catch {
      said.textContent = "There is no connection. Stay on this page; it is not saved yet.";
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      saving = (saving || Promise.resolve()).then(save).finally(() => { saving = null; });
    }, pauseFor);
  });
  // The button waits for a save that is on its way, so that it does not overtake it.
  form.addEventListener("submit", (event) => {
    clearTimeout(pause);
    if (saving) {
      event.preventDefault();
      saving.finally(() => form.submit());
    }
  });
}
