// The search: a shortcut to it, and arrow keys among what it suggests. Without this file it is a plain form.
(() => {
  "use strict";

  const links = (form) => [...form.querySelectorAll(".suggestions a")];
  const empty = (form) => form.querySelector(".suggestions")?.replaceChildren();

  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      const box = document.querySelector("[data-search] input[type=search]");
      if (box) {
        event.preventDefault();
        box.focus();
        box.select();
      }
    }
  });

  document.addEventListener("keydown", (event) => {
    const form = event.target.closest?.("[data-search]");
    if (!form) {
      return;
    }
    const box = form.querySelector("input[type=search]");
    const all = links(form);
    const at = all.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && all.length > 0) {
      event.preventDefault();
      all[Math.min(at + 1, all.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (at === 0 ? box : all[at - 1]).focus();
    } else if (event.key === "Escape") {
      empty(form);
      box.focus();
    }
  });

  // What is suggested goes away when one looks elsewhere.
  document.addEventListener("focusin", (event) => {
    document.querySelectorAll("[data-search]").forEach((form) => {
      if (!form.contains(event.target)) {
        empty(form);
      }
    });
  });
  document.addEventListener("click", (event) => {
    document.querySelectorAll("[data-search]").forEach((form) => {
      if (!form.contains(event.target)) {
        empty(form);
      }
    });
  });
})();
