/** Moves to the first field that needs care. Call it after the errors are drawn (`await tick()`). */
export function focusFirstError(form: ParentNode): void {
  form.querySelector<HTMLElement>("[aria-invalid='true'], [data-invalid='true'] input")?.focus();
}

/** Moves to the head of a new screen, so that it is read first. Call it after the screen is drawn. */
export function focusTitle(): void {
  document.getElementById("title")?.focus();
}
