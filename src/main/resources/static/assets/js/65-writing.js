// Tells who else is writing, at the place where they do: asks every few seconds while the page is looked at, and never else.
(() => {
  "use strict";

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (document.hidden && (event.target.getAttribute("data-hx-trigger") || "").startsWith("every")) {
      event.preventDefault();
    }
  });

  const asked = document.querySelector("[data-writers]");
  if (!asked) {
    return;
  }
  const SECONDS = 8000;
  let timer = 0;

  const show = (html) => {
    const told = new DOMParser().parseFromString(html, "text/html");
    document.querySelectorAll("[data-writing]").forEach((line) => {
      const now = told.querySelector('[data-place="' + CSS.escape(line.dataset.writing) + '"]')?.textContent || "";
      if (line.textContent !== now) {
        line.textContent = now;
      }
    });
  };
  const ask = async () => {
    clearTimeout(timer);
    if (document.hidden) {
      return;
    }
    try {
      const answer = await fetch(asked.dataset.writers);
      if (answer.ok && !answer.redirected) {
        show(await answer.text());
      }
    } catch {
      show(""); // Without the net nobody knows.
    }
    timer = setTimeout(ask, SECONDS);
  };
  document.addEventListener("visibilitychange", ask);
  timer = setTimeout(ask, SECONDS / 4);
})();
