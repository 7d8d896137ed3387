import { beforeEach, describe, expect, it } from "vitest";
import { map } from "./map";

const PAGE = `
  <input id="field"><a id="elsewhere" href="/">x</a>
  <figure class="plate">
    <svg class="map" viewBox="500 50 100 50" data-unit="0.1">
      <g class="seen"><a id="mark" href="/why"><g data-at="550,75" transform="translate(550,75) scale(0.1)"></g></a></g>
    </svg>
    <button data-zoom="+" hidden>+</button><button data-zoom="0" hidden>all</button>
  </figure>`;

describe("the map", () => {
  beforeEach(() => {
    document.body.innerHTML = PAGE;
    map(document);
  });
  const ground = (): string | null => document.querySelector(".seen")!.getAttribute("transform");
  const press = (key: string, on = "#mark"): void => {
    document.querySelector(on)!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  };

  it("grows about its middle while what is on it keeps its size", () => {
    press("+");
    expect(ground()).toBe("translate(-275,-37.5) scale(1.5)");
    expect(document.querySelector("[data-at]")!.getAttribute("transform")).toMatch(/^translate\(550,75\) scale\(0\.066/);
  });

  it("moves by arrows, each press the same way on the screen, and comes back", () => {
    press("ArrowRight");
    expect(ground()).toBe("translate(-12,0) scale(1)");
    press("0");
    expect(ground()).toBe("translate(0,0) scale(1)");
  });

  it("leaves the arrows to the page and the time bar, and all keys to fields", () => {
    press("ArrowRight", "#elsewhere");
    press("+", "#field");
    expect(ground()).toBeNull();
  });

  it("hears each key once, however often the page was swapped", () => {
    map(document);
    document.body.innerHTML = PAGE;
    map(document);
    press("+");
    expect(ground()).toContain("scale(1.5)");
  });

  it("has buttons", () => {
    const button = document.querySelector<HTMLButtonElement>("[data-zoom='+']")!;
    expect(button.hidden).toBe(false);
    button.click();
    expect(ground()).toContain("scale(1.5)");
  });
});
