/** Why a password is too easy to guess for someone who knows the person. */
export type WeakPassword =
  | { readonly type: "TooShort"; readonly least: number }
  | { readonly type: "TooPlain" }
  | { readonly type: "HoldsTheName" };

export const passwordLengthMin = 12;
export const passwordLengthMax = 200;

const plain =
  /^(?:\d+|(.{1,4})\1+|(?:password|passwort|wachtwoord|qwerty|qwertz|azerty|iloveyou|123)[\d\W]*)+$/i;

/**
 * Whether a password will do, or why not.
 *
 * Length first: the likeliest guesser is near and patient and knows dates and names, and the Secret Key already
 * stands against everyone far away. No rules about digits and signs: they make people write passwords down.
 */
export function weaknessOf(password: string, name: string): WeakPassword | null {
  const characters = [...password.normalize("NFKC")];
  if (characters.length < passwordLengthMin) return { type: "TooShort", least: passwordLengthMin };
  const folded = password.normalize("NFKC").toLowerCase();
  const ownName = name.normalize("NFKC").trim().toLowerCase();
  if (ownName.length >= 3 && folded.replaceAll(ownName, "").length < passwordLengthMin - 4) {
    return { type: "HoldsTheName" };
  }
  return plain.test(folded) || new Set(characters).size < 5 ? { type: "TooPlain" } : null;
}
