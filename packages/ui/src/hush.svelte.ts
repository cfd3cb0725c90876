/**
 * Words turned into bars, on the screens that a person would rather not have read over their shoulder. A line shows its
 * words while it is held, or while the keyboard stands in it.
 *
 * It lasts as long as the page; what makes it the usual way is the app's to keep.
 */
let isHushed = $state(false);

export const hush = {
  get isOn(): boolean {
    return isHushed;
  },
  set(on: boolean): void {
    isHushed = on;
  },
};
