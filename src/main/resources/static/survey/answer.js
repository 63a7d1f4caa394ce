// What somebody writes stays in this browser until it is sent, and is cleared then. Without this file nothing is kept.
(() => {
  "use strict";

  const store = (() => {
    try {
      const kept = window.localStorage;
      kept.getItem("");
      return kept;
    } catch {
      return null;
    }
  })();
  if (!store) {
    return;
  }
  const draftOf = (path) => "samverkan-draft:" + path;
  const sentOf = (path) => "samverkan-sent:" + path;

  const sent = document.querySelector("[data-survey-sent]");
  if (sent) {
    store.removeItem(draftOf(sent.dataset.surveySent));
    store.setItem(sentOf(sent.dataset.surveySent), "1");
  }

  const form = document.querySelector("form[data-survey]");
  if (!form) {
    return;
  }
  const path = form.dataset.survey;
  const fields = () => [...form.querySelectorAll("[name^='q.'], textarea")];

  if (store.getItem(sentOf(path))) {
    const again = form.elements.namedItem("again");
    if (again) {
      again.value = "true";
    }
    const note = document.getElementById("again-note");
    if (note) {
      note.hidden = false;
    }
  }

  const keep = () => {
    const draft = fields()
      .filter((field) => (field.matches("textarea") ? field.value : field.checked))
      .map((field) => [field.name, field.value]);
    try {
      store.setItem(draftOf(path), JSON.stringify(draft));
    } catch {
      // A full or forbidden store keeps nothing; the form works without.
    }
  };
  const untouched = () => fields().every((field) => (field.matches("textarea") ? !field.value : !field.checked));

  try {
    const draft = JSON.parse(store.getItem(draftOf(path)) || "[]");
    if (untouched()) {
      for (const [name, value] of draft) {
        for (const field of fields().filter((each) => each.name === name)) {
          if (field.matches("textarea")) {
            field.value = value;
          } else if (field.value === value) {
            field.checked = true;
          }
        }
      }
    }
  } catch {
    store.removeItem(draftOf(path));
  }
  form.addEventListener("input", keep);

  // Without the net the answer waits here and goes by itself when it is back.
  let waits = false;
  const wait = (event) => {
    if (navigator.onLine || !form.dataset.waits) {
      return;
    }
    event.preventDefault();
    keep();
    if (!waits) {
      waits = true;
      const note = document.createElement("p");
      note.className = "notice-line";
      note.setAttribute("role", "status");
      note.textContent = form.dataset.waits;
      form.append(note);
      window.addEventListener("online", () => form.requestSubmit(), { once: true });
    }
  };
  form.addEventListener("submit", wait);
})();
