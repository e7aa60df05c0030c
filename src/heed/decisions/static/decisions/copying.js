// Takes the words beside a button to the clipboard. Without script the words can be selected.

const said = document.querySelector("[data-said]");

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const words = button.parentElement.querySelector("[data-copied]").innerText;
    try {
      await navigator.clipboard.writeText(words);
      said.textContent = `${button.dataset.copy}: copied`;
      button.firstChild.textContent = "Copied";
    } catch {
      said.textContent = "It could not be copied. Select the words instead.";
    }
  });
}
