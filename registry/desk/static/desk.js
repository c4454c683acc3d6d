// Keys for those who work through the queue. Everything they do can be done by links and forms without this file:
// a key presses the button, or follows the link, that names it in data-key.
"use strict";

(() => {
  const SETTING = "claims-desk-keys";
  const help = document.getElementById("keys");

  const keysOn = () => {
    try {
      return localStorage.getItem(SETTING) !== "off";
    } catch {
      return true; // storage may be forbidden; the keys then work, and cannot be turned off
    }
  };

  const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
  // Space and Enter belong to whatever control has the focus.
  const ownKey = (key, target) => (key === " " || key === "Enter") && target.closest("a, button, summary, .drawing") !== null;

  const press = (key) => {
    const wanted = [...document.querySelectorAll("[data-key]")].find((part) => part.dataset.key === key);
    if (wanted) wanted.click();
    return Boolean(wanted);
  };

  const act = (key) => {
    if (key === "?" && help) {
      help.open = !help.open;
      if (help.open) help.querySelector("summary").focus();
      return true;
    }
    if (key === "/") {
      const field = document.querySelector("input[type=search]");
      if (field) field.focus();
      return Boolean(field);
    }
    return press(key.length === 1 ? key.toLowerCase() : key);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (event.key === "Escape" && typing(event.target)) {
      event.target.blur();
    } else if (!typing(event.target) && !ownKey(event.key, event.target) && keysOn() && act(event.key)) {
      event.preventDefault();
    }
  });

  // A form is sent once, however often its button is pressed.
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post") return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
  });
  // A page that comes back from the browser's memory can be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.forms) delete form.dataset.sent;
  });

  const row = document.querySelector("[data-switch]");
  if (row) {
    const show = () => {
      for (const part of row.querySelectorAll("[data-on]")) part.hidden = !keysOn();
      for (const part of row.querySelectorAll("[data-off]")) part.hidden = keysOn();
    };
    row.hidden = false;
    row.addEventListener("click", (event) => {
      if (!event.target.closest("button")) return;
      localStorage.setItem(SETTING, keysOn() ? "off" : "on");
      show();
      row.querySelector("button:not([hidden])").focus();
    });
    show();
  }
})();
