// Review by keys: a digit or a letter presses what it is written on; none of them while a person writes.
import { writing } from "./keys";

const listening = new WeakSet<Document>();

/** What a key stands for on the page that is shown, if anything. */
function meant(page: Document, key: string): HTMLElement | null {
  return /^[1-9omsun]$/.test(key) ? page.querySelector<HTMLElement>(`[data-key="${key}"]`) : null;
}

/** Listen once for the keys of a review; what they press is looked up anew each time, for pages are swapped. */
export function review(root: ParentNode): void {
  const page = root instanceof Document ? root : root.ownerDocument!;
  if (listening.has(page)) {
    return;
  }
  listening.add(page);
  let busy = false;
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target instanceof HTMLElement && event.target.matches('[data-key="n"]')) {
      event.target.blur();
      return;
    }
    const held = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
    if (event.defaultPrevented || held || busy || writing(event.target) || page.querySelector("dialog[open]")) {
      return;
    }
    const found = meant(page, event.key);
    if (found === null) {
      return;
    }
    event.preventDefault();
    if (event.key === "n") {
      found.focus();
      return;
    }
    busy = true; // one verdict a claim, however quick the fingers
    found.click();
  });
  const ready = (): void => {
    busy = false;
  };
  for (const name of ["htmx:after:swap", "htmx:error", "htmx:response:error", "pageshow"]) {
    page.addEventListener(name, ready);
  }
  page.defaultView?.addEventListener("pageshow", ready);
}
