/* Long tables of the terms: sort them by a column, or show only what has several renderings. Both are added here, since
   without a script they would be idle. */
(function (ty) {
  "use strict";
  const lang = document.documentElement.lang;

  /* What a cell is sorted by: its kana (`data-sort`), or its number, where it is one. */
  function worth(row, column) {
    const cell = row.cells[column], text = cell.dataset.sort || cell.textContent.trim();
    return /^\d+$/.test(text) ? Number(text) : text;
  }

  function compare(a, b) {
    return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), lang);
  }

  function sortable(table) {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "ty-sort";
      button.textContent = head.textContent;
      button.setAttribute("aria-label", ty.t("sort", { name: head.textContent }));
      head.replaceChildren(button);
      button.addEventListener("click", function () {
        const sorted = head.getAttribute("aria-sort"); /* of numbers the largest are wanted first */
        const up = sorted ? sorted === "descending" : !rows.every((row) => typeof worth(row, column) === "number");
        for (const each of head.parentNode.cells) each.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const told = rows.filter((row) => worth(row, column) !== ""), empty = rows.filter((row) => !told.includes(row));
        const ordered = told.sort((a, b) => compare(worth(a, column), worth(b, column)));
        body.append(...(up ? ordered : ordered.reverse()), ...empty);
      });
    });
  }

  function filter(tables) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    label.className = "ty-only";
    label.append(box, " " + ty.t("only_many"));
    document.querySelector(".ty-leaf section").before(label);
    box.addEventListener("change", function () {
      for (const table of tables) table.classList.toggle("ty-many", box.checked); /* the filter box hides rows by themselves */
    });
  }

  const tables = Array.from(document.querySelectorAll(".ty-sortable"));
  tables.forEach(sortable);
  if (tables.length) filter(tables);
})(window.taiyaku);
