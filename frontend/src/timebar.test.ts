import { beforeEach, describe, expect, it } from "vitest";
import { timebar, told } from "./timebar";

const PAGE = `
  <nav><a href="/balance?force=US&amp;as-of=2022-02-02">Balance</a></nav>
  <input name="as-of" value="">
  <div class="timebar" data-stops="2022-02-02 2022-02-05 2022-02-11">
    <input type="range" min="0" max="2" value="2" disabled><output>11 Feb 2022</output>
    <button data-step="-1" disabled>earlier</button>
    <a class="known" data-known="on" href="/map?as-of=2022-02-11&amp;said-by=2022-02-11">as known then</a>
  </div>
  <g id="planned" data-since="0" data-until="1" class="off"></g>
  <g id="arrived" data-since="1"></g>`;

describe("the time bar", () => {
  let range: HTMLInputElement;
  beforeEach(() => {
    document.body.innerHTML = PAGE;
    timebar(document);
    range = document.querySelector("input[type=range]")!;
  });
  const drag = (stop: number): void => {
    range.value = String(stop);
    range.dispatchEvent(new Event("input"));
  };
  const shown = (): string[] => [...document.querySelectorAll("[data-since]:not(.off)")].map((mark) => mark.id);

  it("shows what holds on the day, as the hand moves", () => {
    drag(0);
    expect(shown()).toEqual(["planned"]);
    drag(1);
    expect(shown()).toEqual(["arrived"]);
    expect(document.querySelector("output")!.textContent).toBe("5 Feb 2022");
  });

  it("leaves the day in the address, the filters and the links when the hand lets go", () => {
    drag(1);
    range.dispatchEvent(new Event("change"));
    expect(location.search).toBe("?as-of=2022-02-05");
    expect(document.querySelector<HTMLInputElement>("[name=as-of]")!.value).toBe("2022-02-05");
    expect(document.querySelector(".known")!.getAttribute("href")).toBe("/map?as-of=2022-02-05&said-by=2022-02-05");
    expect(document.querySelector("nav a")!.getAttribute("href")).toBe("/balance?force=US&as-of=2022-02-05");
  });

  it("steps by its buttons", () => {
    document.querySelector<HTMLButtonElement>("[data-step]")!.click();
    expect(shown()).toEqual(["arrived"]);
  });

  it("tells a day as people do", () => {
    expect(told("2022-02-11")).toBe("11 Feb 2022");
    expect(told("?")).toBe("?");
  });
});
