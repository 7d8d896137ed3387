// The map under the hand: zoom and pan by changing the part of the drawing that is seen.
import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent } from "d3-zoom";
import { writing } from "./keys";

const CLOSEST = 24;

/** Let each map of a page be zoomed by wheel, touch, buttons and keys. */
export function map(root: ParentNode): void {
  for (const drawing of root.querySelectorAll<SVGSVGElement>(".plate > svg.map:not([data-awake])")) {
    drawing.dataset["awake"] = "";
    const seen = drawing.querySelector<SVGGElement>("g.seen");
    if (seen !== null) {
      move(drawing, seen);
    }
  }
}

function move(drawing: SVGSVGElement, seen: SVGGElement): void {
  const box = drawing.viewBox.baseVal;
  const unit = Number(drawing.dataset["unit"] ?? 1);
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([0.2, CLOSEST])
    .extent([[box.x, box.y], [box.x + box.width, box.y + box.height]])
    .on("zoom", (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      const { x, y, k } = event.transform;
      seen.setAttribute("transform", `translate(${x},${y}) scale(${k})`);
      // What is as large as a number says stays so; only the ground grows under it.
      for (const still of seen.querySelectorAll<SVGGElement>("[data-at]")) {
        still.setAttribute("transform", `translate(${still.dataset["at"]}) scale(${unit / k})`);
      }
    });
  const drawn = select(drawing).call(behaviour).on("dblclick.zoom", null);
  const act = (name: string): boolean => {
    if (name === "+") behaviour.scaleBy(drawn, 1.5);
    else if (name === "-") behaviour.scaleBy(drawn, 1 / 1.5);
    else if (name === "0") behaviour.transform(drawn, zoomIdentity);
    else return false;
    return true;
  };
  const page = drawing.ownerDocument;
  page.addEventListener("keydown", (event) => {
    const key = event.key === "=" ? "+" : event.key;
    if (!event.ctrlKey && !event.metaKey && !writing(event.target) && act(key)) {
      event.preventDefault();
    }
  });
  for (const button of page.querySelectorAll<HTMLButtonElement>("button[data-zoom]")) {
    button.hidden = false;
    button.addEventListener("click", () => act(button.dataset["zoom"] ?? ""));
  }
}
