/** Moves to the first field that needs care. Call it after the errors are drawn (`await tick()`). */
export function focusFirstError(form: ParentNode): void {
  form.querySelector<HTMLElement>("[aria-invalid='true'], [data-invalid='true'] input")?.focus();
}

/**
 * Moves to the head of a new screen, so that it is read first. Call it after the screen is drawn.
 *
 * `keepScroll` for a way back: the browser has already brought the page to where it was.
 */
export function focusTitle({ keepScroll = false } = {}): void {
  document.getElementById("title")?.focus({ preventScroll: keepScroll });
}

/** When what held the focus is gone, the head of the screen takes it. Call it after the screen is drawn. */
export function focusTitleIfLost(): void {
  const here = document.activeElement;
  if (here === null || here === document.body) focusTitle();
}
