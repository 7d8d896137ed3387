// What makes the desk quick: pages read and work without any of it.
import "./desk.css";
import htmx from "htmx.org";
import { keys } from "./keys";
import { map } from "./map";
import { report } from "./report";
import { review } from "./review";
import { timebar } from "./timebar";

/** Each part by what it looks for; called for the page, and for whatever htmx puts into it. */
const PARTS: readonly ((root: ParentNode) => void)[] = [timebar, map, report, review];

function wake(root: ParentNode): void {
  for (const part of PARTS) {
    part(root);
  }
}

keys(document);
wake(document);
document.addEventListener("htmx:after:swap", () => wake(document));

/** Fields of a form that ask nothing are left out, so that an address says only what it asks. */
document.addEventListener("htmx:config:request", (event) => {
  const context = (event as CustomEvent<{ ctx?: { request?: { method?: string; body?: unknown } } }>).detail.ctx;
  const body = context?.request?.body;
  if (context?.request?.method?.toUpperCase() === "GET" && body instanceof FormData) {
    for (const name of [...new Set(body.keys())]) {
      const values = body.getAll(name).filter((value) => value !== "");
      body.delete(name);
      values.forEach((value) => body.append(name, value));
    }
  }
});

declare global {
  interface Window {
    htmx: typeof htmx;
  }
}
window.htmx = htmx;
