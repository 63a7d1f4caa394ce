// What floats folds away at Escape and at a click beside it.
(() => {
  "use strict";

  const floating = "details.who[open], .thumb details[open]";

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      document.querySelectorAll(floating).forEach((open) => {
        open.open = false;
        open.querySelector("summary").focus();
      });
    }
  });
  document.addEventListener("click", (event) => {
    document.querySelectorAll(floating).forEach((open) => {
      if (!open.contains(event.target)) {
        open.open = false;
      }
    });
  });
})();
