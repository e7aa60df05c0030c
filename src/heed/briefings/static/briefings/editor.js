// Measures the page while it is written: the words go to the renderer, and its answer moves the meter.
const form = document.querySelector("form[data-measure]");
if (form) {
  const fit = form.querySelector("[data-fit]");
  const heading = fit.querySelector("b");
  const room = fit.querySelector(".heed-small");
  const used = fit.querySelector(".heed-meter-used");
  const meter = fit.querySelector(".heed-meter");
  let waiting = 0;
  let asked = 0;

  const measure = async () => {
    const mine = ++asked;
    try {
      const answer = await fetch(form.dataset.measure, { method: "POST", body: new FormData(form) });
      if (!answer.ok || mine !== asked) return;
      const said = await answer.json();
      if (heading.textContent !== said.heading) heading.textContent = said.heading;
      room.textContent = said.room;
      used.setAttribute("width", Math.min(said.percent, 100));
      meter.setAttribute("aria-label", `${said.percent} per cent of the page used`);
      meter.classList.toggle("heed-meter--over", said.percent > 100);
    } catch {
      // Without a connection the meter rests; saving will say so.
    }
  };

  form.addEventListener("input", (event) => {
    if (event.target.name?.startsWith("reason-")) return;
    clearTimeout(waiting);
    waiting = setTimeout(measure, 700);
  });
}
