"use strict";
const box = document.querySelector(".find");
if (box) {
  const field = box.querySelector("input");
  const rows = [...document.querySelectorAll("[data-find]")];
  const none = document.querySelector(".empty");
  const find = () => {
    const words = field.value.toLowerCase().split(/\s+/);
    for (const row of rows) row.hidden = !words.every((word) => row.dataset.find.includes(word));
    for (const card of document.querySelectorAll(".card")) card.hidden = !card.querySelector("[data-find]:not([hidden])");
    none.hidden = rows.some((row) => !row.hidden);
  };
  field.addEventListener("input", find);
  document.addEventListener("keydown", (event) => {
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === "/" && !isTyping) { event.preventDefault(); field.focus(); }
    if (event.key === "Escape" && event.target === field) { field.value = ""; find(); }
  });
  box.hidden = false;
  find();
}
if (navigator.clipboard) {
  for (const code of document.querySelectorAll(".code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.querySelector("pre:last-of-type").textContent);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    });
    code.append(button);
  }
}
