// Passkeys: asks the server for a challenge, lets the device sign it, and sends the answer as the form it stands in.
(() => {
  "use strict";

  const numeric = /^(\d+\.){3}\d+$|:/;
  if (!window.PublicKeyCredential || numeric.test(location.hostname)) {
    return; // An address of numbers has no name that a passkey could belong to.
  }

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");

  const options = async (url, form) => {
    const answer = await fetch(url, { method: "POST", headers: { "X-CSRF-TOKEN": form.elements._csrf.value } });
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
    const given = await answer.json();
    const known = (given.excludeCredentials || given.allowCredentials || []).map((one) => ({ ...one, id: bytes(one.id) }));
    const ready = { ...given, challenge: bytes(given.challenge), extensions: {} };
    if (given.user) {
      ready.user = { ...given.user, id: bytes(given.user.id) };
      ready.excludeCredentials = known;
    } else {
      ready.allowCredentials = known;
    }
    return ready;
  };

  const sendable = (credential) => {
    const response = { clientDataJSON: text(credential.response.clientDataJSON) };
    if (credential.response.attestationObject) {
      response.attestationObject = text(credential.response.attestationObject);
      response.transports = credential.response.getTransports();
    } else {
      response.authenticatorData = text(credential.response.authenticatorData);
      response.signature = text(credential.response.signature);
      response.userHandle = credential.response.userHandle && text(credential.response.userHandle);
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: {},
      response,
    });
  };

  const run = async (form, url, ask, action) => {
    const stopped = form.querySelector("[data-passkey-error]");
    stopped.hidden = true;
    try {
      const credential = await ask(await options(url, form));
      form.elements.credential.value = sendable(credential);
      form.action = action;
      form.submit();
    } catch {
      stopped.hidden = false;
    }
  };

  document.querySelectorAll("[data-passkey]").forEach((way) => {
    way.hidden = false;
  });
  document.querySelectorAll("form[data-passkey-get]").forEach((form) => {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      run(form, form.dataset.passkeyGet, (publicKey) => navigator.credentials.get({ publicKey }), form.action);
    });
  });
  document.querySelectorAll("button[data-passkey-create]").forEach((button) => {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      const action = button.getAttribute("formaction") || button.form.action;
      run(button.form, button.dataset.passkeyCreate, (publicKey) => navigator.credentials.create({ publicKey }), action);
    });
  });
})();
