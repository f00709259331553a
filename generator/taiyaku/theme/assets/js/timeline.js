/* The timeline: filters by kind and era, kept in the address, and ticks on the strip of eras. */
(function (ty) {
  "use strict";
  const box = document.querySelector(".ty-filters");
  if (!box) return;
  const events = Array.from(document.querySelectorAll(".ty-event"));
  const eras = Array.from(document.querySelectorAll(".ty-era"));
  const params = new URLSearchParams(location.search);
  let chosen = { kind: (params.get("kind") || "").split(",").filter(Boolean), era: (params.get("era") || "").split(",").filter(Boolean) };
  const count = document.createElement("p");
  const ticks = new Map();

  function eraOf(event) { return event.closest(".ty-era").id.replace(/^era-/, ""); }

  /* One row of buttons for each facet, with its name and an "all" in front; nothing chosen means all. */
  function group(facet, word) {
    const row = document.createElement("div");
    const name = document.createElement("b");
    const buttons = document.createElement("span");
    const all = document.createElement("button");
    name.textContent = word;
    name.id = `ty-facet-${facet}`;
    all.type = "button";
    all.textContent = ty.t("all");
    all.setAttribute(`data-filter-${facet}`, "");
    buttons.setAttribute("role", "group");
    buttons.setAttribute("aria-labelledby", name.id);
    buttons.append(all);
    box.querySelectorAll(`[data-filter-${facet}]`).forEach((b) => { buttons.append(b); });
    row.append(name, buttons);
    box.append(row);
  }

  function show() {
    let shown = 0;
    events.forEach((event) => {
      const on = (!chosen.kind.length || chosen.kind.includes(event.dataset.kind)) && (!chosen.era.length || chosen.era.includes(eraOf(event)));
      event.hidden = !on;
      if (on) shown += 1;
      const tick = ticks.get(event);
      if (tick) tick.toggleAttribute("data-off", !on);
    });
    eras.forEach((era) => { era.hidden = !era.querySelector(".ty-event:not([hidden])"); });
    ["kind", "era"].forEach((facet) => {
      box.querySelectorAll(`[data-filter-${facet}]`).forEach((button) => {
        const value = button.getAttribute(`data-filter-${facet}`);
        button.setAttribute("aria-pressed", String(value ? chosen[facet].includes(value) : !chosen[facet].length));
      });
    });
    count.textContent = ty.t("found_events", { n: shown, all: events.length });
  }

  function remember() {
    const url = new URL(location.href);
    ["kind", "era"].forEach((facet) => {
      if (chosen[facet].length) url.searchParams.set(facet, chosen[facet].join(",")); else url.searchParams.delete(facet);
    });
    try { history.replaceState(null, "", url.href.replace(/%2C/g, ",")); } catch (e) { /* some file: origins forbid it */ }
  }

  box.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const facet = button.hasAttribute("data-filter-kind") ? "kind" : "era";
    const value = button.getAttribute(`data-filter-${facet}`);
    const list = chosen[facet];
    chosen[facet] = !value ? [] : list.includes(value) ? list.filter((v) => v !== value) : list.concat(value);
    show();
    remember();
  });

  /* A link to a single event must reach it whatever is filtered out. */
  function unhideTarget() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !(target.hidden || target.closest("[hidden]"))) return;
    chosen = { kind: [], era: [] };
    show();
    remember();
    target.scrollIntoView();
  }

  /* Each era is as wide as it is long, and each event a tick at its date. */
  document.querySelectorAll(".ty-eras li[data-from]").forEach((li) => {
    const from = +li.dataset.from, years = +li.dataset.to + 1 - from;
    const id = li.querySelector("a").hash.slice(1);
    li.style.flexGrow = years;
    document.querySelectorAll(`#${CSS.escape(id)} .ty-event`).forEach((event) => {
      const date = event.querySelector("time").dateTime.split("-").map(Number);
      const tick = document.createElement("i");
      tick.className = "ty-tick";
      tick.style.left = `${Math.min(99, ((date[0] - from) + ((date[1] || 1) - 1) / 12 + (date[2] || 0) / 365) / years * 100)}%`;
      li.append(tick);
      ticks.set(event, tick);
    });
  });

  count.className = "ty-count";
  count.setAttribute("role", "status");
  group("kind", ty.t("kinds"));
  group("era", ty.t("eras"));
  box.append(count);
  box.hidden = false;
  show();
  unhideTarget();
  addEventListener("hashchange", unhideTarget);
})(window.taiyaku);
