// Searches the exported library where script runs. The index comes when somebody begins to type.
const place = document.querySelector("[data-search-index]");
const form = place.querySelector("form");
const field = form.querySelector("input");
const status = place.querySelector("[role=status]");
const list = place.querySelector("[data-found]");
const listed = document.querySelector("[data-listed]");
const ENDINGS = /(?:ingly|edly|ing|ed|es|ly|s)$/;
let index;

function load() {
  index ??= fetch(place.dataset.searchIndex).then((answer) => answer.json());
  return index;
}

function words(text) {
  const plain = text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f’']/g, "");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function root(word) {
  return word.length > 4 ? word.replace(ENDINGS, "") : word;
}

// Each word counts by how rare it is; a word with the same root counts half.
function found({ pages, words: known }, asked) {
  const scores = new Map();
  for (const word of new Set(words(asked))) {
    const stem = root(word);
    const like = Object.keys(known).filter((one) => one === word || root(one) === stem);
    for (const one of like) {
      const at = known[one];
      const rare = Math.log(1 + pages.length / (at.length / 2));
      for (let step = 0; step < at.length; step += 2) {
        const weight = at[step + 1] * rare * (one === word ? 1 : 0.5);
        scores.set(at[step], (scores.get(at[step]) ?? 0) + weight);
      }
    }
  }
  return [...scores].sort((one, other) => other[1] - one[1]).slice(0, 20).map(([at]) => pages[at]);
}

function result(page) {
  const item = document.createElement("li");
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  const focus = document.createElement("p");
  const when = document.createElement("p");
  link.className = "govuk-link";
  link.href = page.u;
  link.textContent = page.t;
  focus.textContent = page.f;
  when.className = "m";
  when.textContent = page.m;
  heading.append(link);
  item.append(heading, focus, when);
  return item;
}

async function search(event) {
  event?.preventDefault();
  const asked = field.value.trim();
  listed.hidden = asked !== "";
  list.replaceChildren();
  status.textContent = "";
  if (asked === "") return;
  const pages = found(await load(), asked);
  list.replaceChildren(...pages.map(result));
  status.textContent = pages.length
    ? `${pages.length} page${pages.length === 1 ? "" : "s"} for “${asked}”, closest first.`
    : `Nothing for “${asked}” yet. Try a broader word, or begin with a theme.`;
}

form.addEventListener("submit", search);
field.addEventListener("focus", load);
field.addEventListener("search", search);
place.hidden = false;
