// Keyboard flow only: every action is a plain link or form that works without this file.
"use strict";
(() => {
  const rows = [...document.querySelectorAll("[data-queue] [data-row]")];
  const typing = (target) => target.closest("input, textarea, select") !== null;

  const move = (step) => {
    const at = rows.indexOf(document.activeElement);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
    next.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat && rows.length === 0 || typing(event.target)) {
      return;
    }

    const key = event.key.toLowerCase();
    const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (target) {
      event.preventDefault();
      target.click();
    } else if (rows.length > 0 && (key === "j" || key === "k")) {
      event.preventDefault();
      move(key === "j" ? 1 : -1);
    }
  });
})();
