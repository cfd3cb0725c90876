/** The entries of a list with "|" between them; a "|" in parentheses belongs to its entry. */
export function list(words: string): string[] {
  const entries: string[] = [];
  let depth = 0;
  let entry = "";
  for (const character of words) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (character === "|" && depth === 0) {
      entries.push(entry);
      entry = "";
    } else entry += character;
  }
  return [...entries, entry];
}
