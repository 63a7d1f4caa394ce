// A box of the tree may be dragged to another, by mouse or by finger; from the keyboard it is moved from its own page.
(() => {
  "use strict";

  const form = document.getElementById("tree-move");
  if (!form) return;
  const fits = {
    EVIDENCE: ["PROBLEM", "STRENGTH", "CAUSE"],
    CAUSE: ["PROBLEM", "CAUSE"],
    AREA: ["CAUSE", "STRENGTH"],
  };
  let dragged = null;

  const nodeOf = (event) => event.target.closest && event.target.closest(".node[data-part]");
  const takes = (node) =>
    dragged && node && node !== dragged && (fits[dragged.dataset.kind] || []).includes(node.dataset.kind);

  document.querySelectorAll(".node[data-part]").forEach((node) => {
    node.draggable = Boolean(fits[node.dataset.kind]);
  });
  document.addEventListener("dragstart", (event) => {
    dragged = nodeOf(event);
    if (dragged) event.dataTransfer.effectAllowed = "move";
  });
  document.addEventListener("dragover", (event) => {
    const node = nodeOf(event);
    if (takes(node)) {
      event.preventDefault();
      node.classList.add("over");
    }
  });
  document.addEventListener("dragleave", (event) => nodeOf(event)?.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    const node = nodeOf(event);
    if (!takes(node)) return;
    event.preventDefault();
    form.action = form.dataset.address + dragged.dataset.part + "/places";
    form.elements.to.value = node.dataset.part;
    form.elements.from.value = dragged.dataset.upper;
    form.elements.from.disabled = dragged.dataset.upper === "0";
    form.submit();
  });
})();
