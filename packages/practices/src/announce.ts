let region: HTMLElement | undefined;

/**
 * Says the result of one's own act to who listens to the screen.
 *
 * It stands outside every screen, because the thing that was acted on is often gone at once.
 */
export function announce(sentence: string): void {
  if (!region?.isConnected) {
    region = document.createElement("div");
    region.className = "sr";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  const here = region;
  here.textContent = "";
  // A change of text is heard; the same text again is not.
  setTimeout(() => {
    here.textContent = sentence;
  }, 50);
}
