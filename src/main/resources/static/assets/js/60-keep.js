// Keeps what is written in a form marked data-keep: in this browser at once, with the server within seconds, and gives it
// back when its writer comes again. Without the net the text waits here. Without this file the form is a plain one.
(() => {
  "use strict";

  const forms = [...document.querySelectorAll("form[data-keep]")];
  if (forms.length === 0) {
    return;
  }
  const LOCAL = "samverkan.kept|";
  const DAYS = 7;
  const SOON = 400;
  const SECONDS = 2000;
  const AGAIN = 15000;
  let words = null; // What the server says of the drafts of this page, once it has answered.

  const nameOf = (form) => {
    const action = new URL(form.action, location.href);
    const which = form.dataset.keep.replace(/[^\w-]/g, "").slice(0, 40);
    return (action.pathname + action.search).slice(0, 350) + (which ? "#" + which : "");
  };
  const isKept = (field) =>
    field.name &&
    !field.name.startsWith("seen.") &&
    !["_csrf", "version", "once"].includes(field.name) &&
    !["file", "password", "hidden", "submit", "button"].includes(field.type);
  const content = (form) => {
    const values = {};
    for (const field of form.elements) {
      if (isKept(field)) {
        values[field.name] = values[field.name] || [];
        if (!["checkbox", "radio"].includes(field.type) || field.checked) {
          values[field.name].push(field.value);
        }
      }
    }
    return values;
  };
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  // What is the same under other names is read whatever order the server has put the names in.
  const isThere = (form, values) => {
    const now = content(form);
    return Object.keys(values).every((name) => !(name in now) || same(now[name], values[name]));
  };

  // The browser may refuse to keep anything; then the server does alone.
  const local = {
    put(name, value) {
      try {
        localStorage.setItem(LOCAL + name, JSON.stringify(value));
      } catch {
        /* full or forbidden */
      }
    },
    get(name) {
      try {
        return JSON.parse(localStorage.getItem(LOCAL + name));
      } catch {
        return null;
      }
    },
    drop(name) {
      try {
        localStorage.removeItem(LOCAL + name);
      } catch {
        /* forbidden */
      }
    },
    dropOld() {
      try {
        const before = Date.now() - DAYS * 24 * 3600 * 1000;
        Object.keys(localStorage)
          .filter((key) => key.startsWith(LOCAL))
          .forEach((key) => {
            const kept = local.get(key.slice(LOCAL.length));
            if (!kept || kept.at < before) {
              localStorage.removeItem(key);
            }
          });
      } catch {
        /* forbidden */
      }
    },
  };

  const post = (form, path, fields, last) =>
    fetch(path, {
      method: "POST",
      keepalive: last && JSON.stringify(fields).length < 60000,
      headers: { "X-CSRF-TOKEN": form.elements._csrf.value },
      body: new URLSearchParams(fields),
    });

  const status = (form) => {
    let line = form.querySelector(".kept-status");
    if (!line) {
      line = document.createElement("p");
      line.className = "kept-status quiet small";
      line.setAttribute("role", "status");
      form.append(line);
    }
    return line;
  };

  const watch = (form) => {
    const name = nameOf(form);
    let soon = 0;
    let later = 0;
    let waiting = null; // The button that was pressed while the net was gone.
    let sent = JSON.stringify(content(form));

    const send = async (last = false) => {
      clearTimeout(later);
      const kept = local.get(name);
      if (!words || !kept || kept.keeper !== words.keeper) {
        return;
      }
      try {
        const answer = await post(form, "/drafts", { form: name, once: kept.once, content: kept.content }, last);
        if (answer.ok) {
          if (same(local.get(name), kept)) {
            local.drop(name);
          }
          status(form).textContent = words.kept;
        } else {
          status(form).textContent = answer.status === 422 || answer.status === 413 ? words.long : words.waits;
        }
      } catch {
        status(form).textContent = words.waits;
        later = setTimeout(send, AGAIN);
      }
    };

    const keep = () => {
      const now = JSON.stringify(content(form));
      if (words && now !== sent) {
        sent = now;
        local.put(name, { keeper: words.keeper, once: form.elements.once.value, content: now, at: Date.now() });
      }
    };

    form.addEventListener("input", () => {
      clearTimeout(soon);
      clearTimeout(later);
      soon = setTimeout(keep, SOON);
      later = setTimeout(send, SECONDS);
    });
    form.addEventListener("submit", (event) => {
      clearTimeout(soon);
      keep();
      if (!navigator.onLine && words) {
        event.preventDefault();
        status(form).textContent = words.waits;
        waiting = event.submitter || form;
        return;
      }
      send(true);
    });
    window.addEventListener("pagehide", () => {
      keep();
      send(true);
    });
    window.addEventListener("online", async () => {
      await send();
      if (waiting) {
        const by = waiting;
        waiting = null;
        form.requestSubmit(by === form ? undefined : by);
      }
    });
    return { form, name, keep, send };
  };

  const give = (form, values) => {
    for (const field of form.elements) {
      if (!isKept(field) || !(field.name in values)) {
        continue;
      }
      if (["checkbox", "radio"].includes(field.type)) {
        field.checked = values[field.name].includes(field.value);
      } else {
        field.value = values[field.name][0] ?? "";
      }
    }
    const fold = form.closest("details");
    if (fold) {
      fold.open = true;
    }
    form.querySelector("textarea, input:not([type=hidden])")?.focus();
  };

  const offer = (watched, values, template) => {
    if (isThere(watched.form, values)) {
      return;
    }
    const notice = template.content.firstElementChild.cloneNode(true);
    notice.querySelector("[data-take]").addEventListener("click", () => {
      give(watched.form, values);
      notice.remove();
    });
    notice.querySelector("[data-throw]").addEventListener("click", () => {
      local.drop(watched.name);
      post(watched.form, "/drafts/removal", { form: watched.name }).catch(() => {});
      notice.remove();
      watched.form.querySelector("textarea, input:not([type=hidden])")?.focus();
    });
    (watched.form.closest("details") || watched.form).before(notice);
  };

  const ask = async (all) => {
    const query = new URLSearchParams(all.map((each) => ["form", each.name]));
    const answer = await fetch("/drafts?" + query);
    if (!answer.ok || answer.status === 204) {
      return null;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.querySelector("[data-keeper]");
  };

  const begin = async () => {
    local.dropOld();
    const all = forms.filter((form) => form.elements._csrf && form.elements.once).map(watch);
    try {
      let told = await ask(all);
      if (!told) {
        return;
      }
      words = { ...told.dataset };
      // What was written before the server had answered.
      all.forEach((each) => each.keep());
      const waiting = all.filter((each) => local.get(each.name)?.keeper === words.keeper);
      if (waiting.length > 0) {
        await Promise.all(waiting.map((each) => each.send()));
        told = (await ask(all)) || told;
      }
      const template = told.querySelector("template[data-notice]");
      told.querySelectorAll("[data-draft]").forEach((draft) => {
        const watched = all.find((each) => each.name === draft.dataset.draft);
        if (watched && watched.form.isConnected) {
          offer(watched, JSON.parse(draft.dataset.content), template);
        }
      });
    } catch {
      /* The net is gone: the form is a plain one until the page comes anew. */
    }
  };
  begin();
})();
