// Files may be dropped on the form; without script they are chosen as ever.
(() => {
  const form = document.querySelector("form[data-drop]");
  if (!form) return;
  const field = form.querySelector("input[type=file]");
  const sending = form.querySelector("[data-sending]");
  const over = (is) => (event) => {
    event.preventDefault();
    form.classList.toggle("over", is);
  };
  for (const name of ["dragenter", "dragover"]) form.addEventListener(name, over(true));
  for (const name of ["dragleave", "drop"]) form.addEventListener(name, over(false));
  form.addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length > 0) field.files = event.dataTransfer.files;
  });
  form.addEventListener("submit", () => {
    if (field.files.length > 0) sending.textContent = sending.dataset.sending;
  });
})();
