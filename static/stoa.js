// What links and forms cannot do by themselves: sending with Enter, the state of the connection, local times, copying.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const on = (name, act) => document.addEventListener(name, act);
  document.documentElement.classList.add("js");

  // Composer: Enter sends, Shift+Enter breaks; never in the middle of an input method, and not on a touch keyboard.
  const touch = matchMedia("(hover: none) and (pointer: coarse)");
  const box = byId("content");
  const draft = "draft:" + location.pathname;
  const writing = () => document.querySelector(".message[data-status=streaming]:not(.draft)");
  let sent = ""; // the text of the request under way
  let failed = null; // the text of a request of which we do not know whether it arrived

  if (box && !box.value) box.value = sessionStorage.getItem(draft) ?? "";
  const sends = (e) => e.target === box && e.key === "Enter" && !e.shiftKey && !e.isComposing && e.keyCode !== 229 && !touch.matches;
  on("keydown", (e) => { if (sends(e)) { e.preventDefault(); box.form.requestSubmit(); } });
  on("keypress", (e) => { if (sends(e)) e.preventDefault(); }); // drivers of tests send it all the same
  document.addEventListener("submit", (e) => {
    if (e.target.id !== "composer") return;
    if (box.value.trim() && !writing()) {
      // The same id twice is the same message; a text that was changed after a doubtful send is another one.
      if (failed !== null && failed !== box.value) byId("client_id").value = newID();
      sent = box.value;
      return;
    }
    e.preventDefault();
    e.stopPropagation();
    if (writing()) say("The answer is still being written. Wait for its end, or stop it.");
  }, true);
  on("htmx:after:request", (e) => { if (e.target.matches?.("form:not(#says-writing)")) answered(e.target, e.detail.ctx.response); });
  on("htmx:error", (e) => { if (e.target.matches?.("form:not(#says-writing)")) refused(e.target, "Stoa could not be reached"); });

  // What is written here stands until the server's own words, if its answer has any, replace it.
  function answered(form, { raw, status }) {
    const elsewhere = raw.redirected && new URL(raw.url).pathname !== location.pathname;
    if (elsewhere || status === 401) return refused(form, "you are logged out", "/login?next=" + encodeURIComponent(location.pathname), "Log in");
    if (raw.ok) return form.id === "composer" && taken();
    const why = { 403: "you may not do this", 404: "this chat is gone", 409: "this page is out of date, reload it", 413: "it is too long", 422: "it cannot be taken", 429: "too many attempts, wait a moment" };
    refused(form, why[status] ?? "something went wrong on our side");
  }
  function taken() {
    if (box.value === sent) box.value = "";
    failed = null;
    sessionStorage.removeItem(draft);
    say("");
    box.focus();
    byId("talk").scrollTop = 0; // the newest end of a reversed box
  }
  function refused(form, why, href, action) {
    if (form.id !== "composer") return say(`Not done: ${why}.`, href, action);
    failed = sent;
    sessionStorage.setItem(draft, box.value);
    say(`Not sent: ${why}. Your text is kept.`, href, action);
  }
  function say(text, href, action) {
    const place = byId("composer-note");
    place?.replaceChildren();
    if (!place || !text) return;
    const note = place.appendChild(document.createElement("div"));
    note.className = "note note-warn";
    note.appendChild(document.createElement("p")).textContent = text;
    if (href) Object.assign(note.appendChild(document.createElement("a")), { href, textContent: action });
  }
  // randomUUID exists only on https and localhost.
  function newID() {
    const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((b, i) => (i === 6 ? (b & 15) | 64 : i === 8 ? (b & 63) | 128 : b).toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  // Connection: a word in the header. The extension reconnects a stream that was open; a first connect that failed we repeat.
  let link = null, tries = 0, heard = 0, beats = false;
  function state(word) {
    const place = byId("connection");
    if (place && place.dataset.state !== word) place.textContent = place.dataset.state = word;
  }
  const lost = () => state(navigator.onLine ? "reconnecting" : "offline");
  on("htmx:sse:before:connection", (e) => { link = e.detail.connection; if (link.attempt > 0) lost(); });
  on("htmx:sse:after:connection", () => { tries = 0; heard = Date.now(); state("live"); });
  on("htmx:sse:before:message", (e) => { heard = Date.now(); beats ||= e.detail.message.event === "beat"; });
  on("htmx:sse:error", lost);
  on("htmx:sse:close", (e) => { if (e.detail.reason === "message") state("ended"); else if (e.detail.reason === "ended") again(e.target); });
  const isStream = (element) => element.hasAttribute?.("hx-sse:connect");
  on("htmx:error", (e) => { if (isStream(e.target) && !e.target._htmx?.sse) again(e.target); });
  on("htmx:after:request", (e) => {
    if (!isStream(e.target)) return;
    const { raw, status } = e.detail.ctx.response;
    if (raw.redirected || [401, 403, 404].includes(status)) state("ended"); else again(e.target);
  });
  function again(element) {
    lost();
    const wait = Math.min(1000 * 2 ** tries++, 30000) * (0.7 + 0.6 * Math.random());
    setTimeout(() => element.isConnected && htmx.process(element, true), wait);
  }
  const hurry = () => { link?.reader?.cancel(); link?.delayCanceller?.(); };
  addEventListener("offline", () => { lost(); hurry(); });
  addEventListener("online", () => { lost(); hurry(); });
  // A dead line can stay open for minutes: when the server beats and then does not, connect anew.
  setInterval(() => { if (beats && !document.hidden && Date.now() - heard > 45000) { heard = Date.now(); hurry(); } }, 5000);

  // Lists: the address follows what is shown; going back shows what was there before.
  on("htmx:after:swap", () => {
    const address = byId("list")?.dataset.address;
    if (!address || address === location.pathname + location.search) return;
    const typing = document.activeElement?.closest?.(".finder");
    history[typing ? "replaceState" : "pushState"](null, "", address);
  });
  addEventListener("popstate", () => { if (byId("list")) location.reload(); });
  on("change", (e) => {
    if (e.target.dataset.pickAll === undefined) return;
    for (const box of e.target.closest("table").querySelectorAll("[name=ids]")) box.checked = e.target.checked;
  });

  // Forms: what was typed is not left behind without a question.
  let unsaved = !!document.querySelector("[data-guard] [aria-invalid]"); // a refused form is not saved either
  on("input", (e) => { if (e.target.closest?.("[data-guard]")) unsaved = true; });
  on("submit", (e) => { if (e.target.closest?.("[data-guard]")) unsaved = false; });
  addEventListener("beforeunload", (e) => { if (unsaved) e.preventDefault(); });

  // Forms: what the server says about the field that was left must not move a button from under the finger that presses it, or the
  // click would be lost. It is asked afterwards, unless the click has sent the form.
  let pressed = false;
  const held = new Set();
  const ask = () => {
    const controls = [...held];
    held.clear();
    for (const control of controls) control.dispatchEvent(new Event("change"));
  };
  on("pointerdown", (e) => { pressed = !!e.target.closest?.("form button, form a"); });
  for (const end of ["pointerup", "pointercancel"]) on(end, () => { pressed = false; setTimeout(ask); });
  on("submit", () => held.clear());
  for (const step of ["htmx:before:request", "htmx:before:swap"]) {
    on(step, (e) => {
      if (!pressed || !e.target.matches?.(".control")) return;
      e.preventDefault();
      held.add(e.target);
    });
  }

  // Reading: browsers without scroll anchoring would move the text under the eyes of who scrolled up.
  if (!CSS.supports("overflow-anchor", "auto")) {
    const talk = byId("talk");
    let height = 0;
    on("htmx:before:swap", () => { height = talk?.scrollHeight; });
    on("htmx:after:swap", () => { if (talk && talk.scrollTop < -40) talk.scrollTop -= talk.scrollHeight - height; });
  }

  // The doctor: notes when the events of a stream arrive; the page says what that means.
  document.addEventListener("submit", async (e) => {
    const form = e.target;
    if (form.id !== "doctor" || form.elements.status.value) return;
    e.preventDefault();
    byId("doctor-state").textContent = "Listening …";
    const began = performance.now(), ms = () => Math.round(performance.now() - began), arrived = [];
    const put = (name, value) => { form.elements[name].value = value; };
    try {
      const answer = await fetch(form.dataset.stream, { headers: { Accept: "text/html, text/event-stream" } });
      put("status", answer.status);
      put("type", answer.headers.get("content-type") ?? "");
      put("encoding", answer.headers.get("content-encoding") ?? "");
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let rest = ""; ;) {
        const { done, value } = await reader.read();
        if (done) break;
        const lines = (rest + value).split("\n");
        rest = lines.pop();
        for (const line of lines) {
          if (line === "data: event") arrived.push(ms());
          else if (line === "data: end") put("ended", "true");
          else if (line.startsWith("data: {")) put("hello", line.slice(6));
        }
      }
    } catch { /* it was cut off: that is a finding too */ }
    put("status", form.elements.status.value || "0");
    put("arrived", arrived.join(","));
    put("after", ms());
    form.submit();
  }, true);

  // Times: the server writes UTC, the reader sees the own zone.
  const forms = { time: { timeStyle: "short" }, date: { dateStyle: "medium" }, datetime: { dateStyle: "medium", timeStyle: "short" } };
  function localise(root) {
    for (const time of root.querySelectorAll("time[data-form]:not([title])")) {
      const at = new Date(time.dateTime);
      if (isNaN(at)) continue;
      time.title = at.toLocaleString([], { dateStyle: "full", timeStyle: "long" });
      time.textContent = at.toLocaleString([], forms[time.dataset.form] ?? forms.datetime);
    }
  }
  localise(document);
  on("htmx:before:settle", (e) => new Set(e.detail.newContent.map((node) => node.parentElement)).forEach((parent) => parent && localise(parent)));

  // The sources of an answer: beside the chat where there is room, else a page of their own. Closing gives the focus back.
  const wide = matchMedia("(min-width: 68.75rem)");
  let opener = null;
  document.addEventListener("click", (e) => {
    const way = e.target.closest?.("a[data-beside]");
    if (!way) return;
    if (wide.matches && !e.ctrlKey && !e.metaKey && !e.shiftKey) opener = way; else e.stopPropagation();
  }, true);
  function fold(panel) {
    const elsewhere = document.activeElement !== document.body && !panel.contains(document.activeElement);
    panel.replaceChildren();
    if (!elsewhere) (opener?.isConnected ? opener : box)?.focus();
  }
  on("click", (e) => { const at = e.target.closest?.("[data-close]"); if (at) fold(byId(at.dataset.close)); });
  on("keydown", (e) => { if (e.key === "Escape" && !e.isComposing && byId("passages")?.childElementCount) fold(byId("passages")); });

  // Clicks: copy, and folding menus away.
  on("click", async (e) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(e.target)) menu.open = false;
    const button = e.target.closest?.("[data-copy]");
    if (!button) return;
    const source = byId(button.dataset.copy);
    const ok = await copy(source.value ?? source.querySelector(".body").innerText.trim());
    const word = button.querySelector("span");
    word.textContent = ok ? "Copied" : "Not copied";
    setTimeout(() => { word.textContent = "Copy"; }, 2000);
  });
  on("keydown", (e) => {
    const menu = e.key === "Escape" && document.querySelector("details.menu[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
  });
  // The clipboard exists only on https and localhost; elsewhere a selection is copied.
  async function copy(text) {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* go on below */ }
    const area = document.body.appendChild(Object.assign(document.createElement("textarea"), { value: text }));
    area.select();
    const ok = document.execCommand("copy");
    area.remove();
    return ok;
  }
})();
