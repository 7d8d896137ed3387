import { beforeEach, describe, expect, it, vi } from "vitest";
import { keys } from "./keys";

const press = (key: string, on: EventTarget = document.body): void => {
  on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
};
const go = vi.fn();
keys(document, go);

describe("keys", () => {
  beforeEach(() => {
    go.mockClear();
    document.body.innerHTML = '<nav><a href="/balance?force=US">Balance</a></nav><input><textarea></textarea>';
  });

  it("go to a page under the filters of this one", () => {
    press("g");
    press("b");
    expect(go).toHaveBeenCalledExactlyOnceWith("/balance?force=US");
  });

  it("mean nothing without the first of the two", () => {
    press("b");
    expect(go).not.toHaveBeenCalled();
  });

  it.each(["input", "textarea"])("are letters in a field: %s", (field) => {
    press("g", document.querySelector(field)!);
    press("b", document.querySelector(field)!);
    press("/", document.querySelector(field)!);
    expect(go).not.toHaveBeenCalled();
  });

  it("search", () => {
    press("/");
    expect(go).toHaveBeenCalledExactlyOnceWith("/search");
  });
});
