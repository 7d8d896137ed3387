/** A click on words of a report leads to their claim, as the number before them does without script. */
export function report(root: ParentNode): void {
  root.querySelector<HTMLElement>(".reading .text")?.addEventListener("click", (event) => {
    const words = event.target instanceof Element ? event.target.closest<HTMLElement>(".w[data-claim]") : null;
    const card = words && root.querySelector(`.card.k${Number(words.dataset.claim)}`);
    if (card && document.getSelection()?.isCollapsed !== false) {
      location.hash = card.id;
    }
  });
}
