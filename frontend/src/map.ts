// The map under the hand: zoom and pan by changing the part of the drawing that is seen.
import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent } from "d3-zoom";
import { writing } from "./keys";

const SIZED_FOR = 1080;
const MOST = 1.8;
const CLOSEST = 24;
const STRIDE = 0.12;
/** Where the eye goes by a key: the ground goes the other way. */
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

type Act = (name: string) => boolean;
/** What each map does by a key; a map that htmx took away takes this with it. */
const acts = new WeakMap<SVGSVGElement, Act>();
const heard = new WeakSet<Document>();

/** Let each map of a page be zoomed and moved by wheel, touch, buttons and keys. */
export function map(root: ParentNode): void {
  for (const drawing of root.querySelectorAll<SVGSVGElement>(".plate > svg.map:not([data-awake])")) {
    drawing.dataset["awake"] = "";
    const seen = drawing.querySelector<SVGGElement>("g.seen");
    if (seen !== null) {
      move(drawing, seen);
      listen(drawing.ownerDocument);
    }
  }
}

function move(drawing: SVGSVGElement, seen: SVGGElement): void {
  const [x0, y0, wide, high] = (drawing.getAttribute("viewBox") ?? "0 0 1 1").split(" ").map(Number) as [
    number, number, number, number,
  ];
  // On a screen narrower than the one that signs were sized for they are drawn larger, or nobody could read them.
  const larger = Math.min(MOST, Math.max(1, SIZED_FOR / (drawing.clientWidth || SIZED_FOR)));
  const unit = Number(drawing.dataset["unit"] ?? 1) * larger;
  const stills = [...seen.querySelectorAll<SVGGElement>("[data-at]")];
  let scale = 1;
  const resize = (): void => {
    for (const still of stills) {
      still.setAttribute("transform", `translate(${still.dataset["at"]}) scale(${unit / scale})`);
    }
  };
  if (larger > 1) {
    resize();
  }
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([0.2, CLOSEST])
    .extent([[x0, y0], [x0 + wide, y0 + high]])
    .on("zoom", (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      const { x, y, k } = event.transform;
      seen.setAttribute("transform", `translate(${x},${y}) scale(${k})`);
      // What is as large as a number says stays so; only the ground grows under it.
      if (k !== scale) {
        scale = k;
        resize();
      }
    });
  const drawn = select(drawing).call(behaviour).on("dblclick.zoom", null);
  const act: Act = (name) => {
    const arrow = ARROWS[name];
    if (arrow !== undefined) {
      const stride = (STRIDE * wide) / scale;
      behaviour.translateBy(drawn, arrow[0] * stride, arrow[1] * stride);
    } else if (name === "+") behaviour.scaleBy(drawn, 1.5);
    else if (name === "-") behaviour.scaleBy(drawn, 1 / 1.5);
    else if (name === "0") behaviour.transform(drawn, zoomIdentity);
    else return false;
    return true;
  };
  acts.set(drawing, act);
  for (const button of drawing.parentElement?.querySelectorAll<HTMLButtonElement>("button[data-zoom]") ?? []) {
    button.hidden = false;
    button.addEventListener("click", () => act(button.dataset["zoom"] ?? ""));
  }
}

/** Hear the keys of a page once. Arrows move the map only from within it, for elsewhere they scroll or step in time. */
function listen(page: Document): void {
  if (heard.has(page)) {
    return;
  }
  heard.add(page);
  page.addEventListener("keydown", (event) => {
    const drawing = page.querySelector<SVGSVGElement>(".plate > svg.map");
    if (drawing === null || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const inside = event.target instanceof Element && drawing.parentElement?.contains(event.target) === true;
    if (writing(event.target) || (event.key in ARROWS && !inside)) {
      return;
    }
    if (acts.get(drawing)?.(event.key === "=" ? "+" : event.key) === true) {
      event.preventDefault();
    }
  });
}
