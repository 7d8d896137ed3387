// Keys: a page by two letters, search by a stroke, and none of them while a person writes.

const PAGES: Readonly<Record<string, string>> = {
  m: "/map",
  b: "/balance",
  v: "/movements",
  c: "/conflicts",
  r: "/review",
  s: "/story",
};
const PATIENCE = 1200;

/** Whether keys belong to what a person writes or chooses. */
export function writing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  return target.isContentEditable || target.matches("input:not([type=range]), textarea, select");
}

/** Listen for the keys of the page; `go` is given to tests. */
export function keys(page: Document, go: (address: string) => void = (address) => page.location.assign(address)): void {
  let began = -Infinity;
  page.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) {
      return;
    }
    if (event.timeStamp - began < PATIENCE && PAGES[event.key] !== undefined) {
      began = -Infinity;
      event.preventDefault();
      go(under(page, PAGES[event.key]!));
    } else if (event.key === "g") {
      began = event.timeStamp;
    } else if (event.key === "/") {
      event.preventDefault();
      go("/search");
    } else if (event.key === "?") {
      page.querySelector<HTMLDialogElement>("#keys")?.showModal();
    }
  });
}

/** A page under the filters and clocks of this one, as its own links have it. */
function under(page: Document, address: string): string {
  return page.querySelector(`nav a[href^="${address}"]`)?.getAttribute("href") ?? address;
}
