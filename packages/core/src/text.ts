/** `text` as it may stand on one line of somebody's screen: trimmed, in NFC, without what breaks or hides. */
export const oneLine = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
