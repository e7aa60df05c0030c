// Searches the exported library where script runs. The index comes when somebody begins to type.
// A plain script, and an index that is one too: both can be read from a disk, without a server.
{
  const place = document.querySelector("[data-search-index]");
  const form = place.querySelector("form");
  const field = form.querySelector("input");
  const status = place.querySelector("[role=status]");
  const list = place.querySelector("[data-found]");
  const meant = place.querySelector("[data-meant]");
  const listed = document.querySelector("[data-listed]");
  const ENDINGS = /(?:ingly|edly|ing|ed|es|ly|s|e)$/;
  const MOST = 20;
  const OF_THEME = { outright: 6, hint: 3 };
  let index;

  function load() {
    index ??= new Promise((resolve, reject) => {
      window.heedSearch = (read) => resolve(prepared(read));
      const script = document.createElement("script");
      script.src = place.dataset.searchIndex;
      script.onerror = () => {
        index = undefined;
        script.remove();
        reject(new Error("The index did not come."));
      };
      document.head.append(script);
    });
    return index;
  }

  function words(text) {
    const plain = text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f’']/g, "");
    return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  }

  function root(word) {
    const plain = word.length > 4 ? word.replace(/ies$/, "y").replace(ENDINGS, "") : word;
    return plain.replace(/([bdglmnprt])\1$/, "$1");
  }

  const roots = (text) => ` ${words(text).map(root).join(" ")} `;

  function prepared(read) {
    const rooted = new Map();
    for (const word of Object.keys(read.words)) {
      const at = rooted.get(root(word));
      if (at) at.push(word);
      else rooted.set(root(word), [word]);
    }
    const parts = (phrase) => phrase.split(" + ").map(roots);
    const themes = read.themes.map((one) => ({ ...one, s: one.s.map(parts), h: one.h.map(parts) }));
    return { ...read, themes, rooted };
  }

  // The themes that a question speaks of, as the field speaks of them: how surely, by their place.
  function speaksOf({ themes }, asked) {
    const said = roots(asked);
    const met = (phrase) => phrase.every((part) => said.includes(part));
    const sure = new Map();
    themes.forEach((theme, at) => {
      if (theme.s.some(met)) sure.set(at, OF_THEME.outright);
      else if (theme.h.some(met)) sure.set(at, OF_THEME.hint);
    });
    return sure;
  }

  // Each word counts by how rare it is; one with the same root counts half. Where no word is known,
  // words that begin alike are taken: a slip of the pen finds something too.
  function found(known, asked, sure) {
    const scores = new Map();
    const add = (page, points) => scores.set(page, (scores.get(page) ?? 0) + points);
    const weigh = (word, part) => {
      const at = known.words[word];
      const rare = Math.log(1 + known.pages.length / (at.length / 2));
      for (let step = 0; step < at.length; step += 2) add(at[step], at[step + 1] * rare * part);
    };
    const each = [...new Set(words(asked))];
    for (const word of each) {
      for (const one of known.rooted.get(root(word)) ?? []) weigh(one, one === word ? 1 : 0.5);
    }
    known.pages.forEach((page, at) => {
      for (const theme of page.h) if (sure.has(theme)) add(at, sure.get(theme));
    });
    const alike = scores.size === 0;
    if (alike) {
      for (const word of each.filter((one) => one.length > 3)) {
        const start = word.slice(0, Math.max(4, word.length - 3));
        for (const one of Object.keys(known.words)) if (one.startsWith(start)) weigh(one, 0.3);
      }
    }
    const best = [...scores].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    return { pages: best.slice(0, MOST).map(([at]) => known.pages[at]), alike };
  }

  function linked(to, words) {
    const link = document.createElement("a");
    link.href = to;
    link.textContent = words;
    return link;
  }

  function result(page) {
    const item = document.createElement("li");
    const heading = document.createElement("h2");
    const link = linked(page.u, page.t);
    const focus = document.createElement("p");
    const when = document.createElement("p");
    link.className = "govuk-link";
    link.dir = "auto";
    focus.textContent = page.f;
    when.className = "m";
    when.textContent = page.m;
    heading.append(link);
    item.append(heading, focus, when);
    return item;
  }

  function chip(theme) {
    const item = document.createElement("li");
    item.append(linked(theme.u, theme.t));
    return item;
  }

  async function search(event) {
    event?.preventDefault();
    const asked = field.value.trim();
    listed.hidden = asked !== "";
    meant.parentElement.hidden = true;
    list.replaceChildren();
    status.textContent = "";
    if (asked === "") return;
    let known;
    try {
      known = await load();
    } catch {
      listed.hidden = false;
      status.textContent = "The search cannot be read just now. The themes below lead on.";
      return;
    }
    const sure = speaksOf(known, asked);
    const { pages, alike } = found(known, asked, sure);
    list.replaceChildren(...pages.map(result));
    meant.parentElement.hidden = sure.size === 0;
    meant.replaceChildren(...[...sure.keys()].slice(0, 6).map((at) => chip(known.themes[at])));
    listed.hidden = pages.length > 0;
    if (pages.length === 0) {
      status.textContent = `Nothing for “${asked}” yet. Try a broader word, or begin with a theme.`;
    } else if (alike) {
      status.textContent = `No page has “${asked}”. In these, words begin alike.`;
    } else {
      const many = pages.length === 1 ? "" : "s";
      status.textContent = `${pages.length} page${many} for “${asked}”, closest first.`;
    }
  }

  form.addEventListener("submit", search);
  field.addEventListener("focus", () => load().catch(() => {}));
  field.addEventListener("search", search);
  place.hidden = false;
  const before = new URLSearchParams(location.search).get("q");
  if (before) {
    field.value = before;
    search();
  }
}
