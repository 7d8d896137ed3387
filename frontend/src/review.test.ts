import { beforeEach, describe, expect, it, vi } from "vitest";
import { keys } from "./keys";
import { review } from "./review";

const press = (key: string, on: EventTarget = document.body, more: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  on.dispatchEvent(event);
  return event;
};
const pressed = vi.fn();
const swapped = (): boolean => document.dispatchEvent(new Event("htmx:after:swap"));
keys(document, () => undefined);
review(document);
review(document); // called again after each swap

describe("review", () => {
  beforeEach(() => {
    pressed.mockClear();
    swapped();
    document.body.innerHTML =
      '<button data-key="1">1</button><button data-key="o">o</button><button data-key="u">u</button>' +
      '<a data-key="s" href="#next">s</a><textarea data-key="n"></textarea><input>';
    document.body.querySelectorAll<HTMLElement>("button, a").forEach((one) => {
      one.addEventListener("click", (event) => {
        event.preventDefault();
        pressed(one.dataset.key);
      });
    });
  });

  it.each(["1", "o", "u", "s"])("presses what a key is written on: %s", (key) => {
    press(key);
    expect(pressed).toHaveBeenCalledExactlyOnceWith(key);
  });

  it("does nothing where no button has the key", () => {
    expect(press("9").defaultPrevented).toBe(false);
    press("x");
    expect(pressed).not.toHaveBeenCalled();
  });

  it.each(["textarea", "input"])("leaves the keys to a field: %s", (field) => {
    press("1", document.querySelector(field)!);
    press("o", document.querySelector(field)!);
    expect(pressed).not.toHaveBeenCalled();
  });

  it("goes into the note and out again", () => {
    const note = document.querySelector("textarea")!;
    press("n");
    expect(document.activeElement).toBe(note);
    press("Escape", note);
    expect(document.activeElement).not.toBe(note);
  });

  it("takes one verdict a claim, until the next one is there", () => {
    press("1");
    press("1");
    expect(pressed).toHaveBeenCalledTimes(1);
    swapped();
    press("1");
    expect(pressed).toHaveBeenCalledTimes(2);
  });

  it("ignores a key that is held down, or that a shortcut of the page has taken", () => {
    press("1", document.body, { repeat: true });
    press("1", document.body, { ctrlKey: true });
    press("g");
    press("s");
    expect(pressed).not.toHaveBeenCalled();
  });
});
