// What Heed adds to a page that already works without it.

// How many words a long answer has, as it is written. Said aloud only when the writing pauses.
for (const line of document.querySelectorAll("[data-words-of]")) {
  const box = document.getElementById(line.dataset.wordsOf);
  const guide = line.textContent.trim();
  let pause;
  const spoken = document.createElement("span");
  spoken.className = "govuk-visually-hidden";
  spoken.setAttribute("aria-live", "polite");
  line.after(spoken);
  const count = () => {
    const words = box.value.trim() ? box.value.trim().split(/\s+/).length : 0;
    line.textContent = words ? `${words} ${words === 1 ? "word" : "words"}. ${guide}` : guide;
    return line.textContent;
  };
  box.addEventListener("input", () => {
    const now = count();
    clearTimeout(pause);
    pause = setTimeout(() => { spoken.textContent = now; }, 1500);
  });
  count();
}

// The reference of a case, for the foot of each printed sheet.
const printed = document.querySelector(".heed-printed-reference");
if (printed && printed.textContent.trim()) {
  const words = JSON.stringify(printed.textContent.trim().replace(/\s+/g, " "));
  document.documentElement.style.setProperty("--printed-reference", words);
}

// A link to something folded opens it.
const linked = document.getElementById(location.hash.slice(1));
if (linked instanceof HTMLDetailsElement) linked.open = true;

// Printing from a button, where a page offers it.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
