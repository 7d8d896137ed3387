// The time bar: every mark is drawn already, with the stops between which it holds; the bar only shows and hides.

interface Timed {
  readonly mark: Element;
  readonly since: number;
  readonly until: number;
}

/** Make each time bar of a page move what is timed beside it. */
export function timebar(root: ParentNode): void {
  for (const bar of root.querySelectorAll<HTMLElement>(".timebar:not([data-awake])")) {
    bar.dataset["awake"] = "";
    const range = bar.querySelector<HTMLInputElement>("input[type=range]");
    const days = (bar.dataset["stops"] ?? "").split(" ").filter(Boolean);
    if (range !== null && days.length > 0) {
      follow(bar, range, days);
    }
  }
}

function follow(bar: HTMLElement, range: HTMLInputElement, days: readonly string[]): void {
  const page = bar.ownerDocument;
  const marks: readonly Timed[] = [...page.querySelectorAll("[data-since]")].map((mark) => ({
    mark,
    since: Number(mark.getAttribute("data-since")),
    until: Number(mark.getAttribute("data-until") ?? Infinity),
  }));
  const label = bar.querySelector("output");
  const show = (): void => {
    const stop = Number(range.value);
    const day = days[stop] ?? "";
    for (const { mark, since, until } of marks) {
      mark.classList.toggle("off", stop < since || stop >= until);
    }
    range.setAttribute("aria-valuetext", told(day));
    if (label !== null) {
      label.textContent = told(day);
    }
  };
  range.disabled = false;
  range.addEventListener("input", show);
  range.addEventListener("change", () => {
    const day = days[Number(range.value)];
    if (day !== undefined) {
      moved(page, day);
    }
  });
  for (const step of bar.querySelectorAll<HTMLButtonElement>("button[data-step]")) {
    step.disabled = false;
    step.addEventListener("click", () => {
      range.value = String(Number(range.value) + Number(step.dataset["step"]));
      range.dispatchEvent(new Event("input"));
      range.dispatchEvent(new Event("change"));
    });
  }
}

/** Write the day into the address and the filters, and into every link that keeps to it. */
function moved(page: Document, day: string): void {
  const here = new URL(page.location.href);
  here.searchParams.set("as-of", day);
  page.defaultView?.history.replaceState(page.defaultView.history.state, "", here);
  for (const field of page.querySelectorAll<HTMLInputElement>('input[name="as-of"]')) {
    field.value = day;
  }
  for (const link of page.querySelectorAll<HTMLAnchorElement>("nav a[href], .twins a[href], svg a[href], .known")) {
    const raw = link.getAttribute("href") ?? "";
    if (raw.startsWith("/") && !raw.startsWith("/changes") && !raw.startsWith("/openapi")) {
      const [path, query] = raw.split("?", 2);
      const asked = new URLSearchParams(query);
      asked.set("as-of", day);
      if (link.dataset?.["known"] === "on") {
        asked.set("said-by", day);
      }
      link.setAttribute("href", `${path}?${asked}`);
    }
  }
  page.dispatchEvent(new CustomEvent("laydown:day", { detail: day }));
}

/** A day as a reader of English says it. */
export function told(day: string): string {
  const when = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(when.valueOf())
    ? day
    : when.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}
