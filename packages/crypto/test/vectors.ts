import { readFileSync } from "node:fs";
import path from "node:path";

const folder = path.join(import.meta.dirname, "../../../test/vectors");

/** The text of one frozen vector file, byte for byte. */
export const vectorText = (name: string): string => readFileSync(path.join(folder, name), "utf8");
const read = <T>(name: string): T => JSON.parse(vectorText(name)) as T;

type PersonVector = {
  readonly seed: string;
  readonly deviceSeed: string;
  readonly identity: string;
  readonly boxKey: string;
  readonly deviceKey: string;
  readonly deviceId: string;
};
export type ItemVector = {
  readonly n: number;
  readonly t: number;
  readonly kind: "entry" | "redaction" | "certificate" | "link";
  readonly hash: string;
  readonly head: string;
  readonly item: string;
  readonly erased?: true;
  readonly bodyKey?: string;
  readonly event?: unknown;
};
export const recordVector = read<{
  readonly room: string;
  readonly ana: PersonVector;
  readonly ben: PersonVector;
  readonly inviteSecret: string;
  readonly epochKeys: readonly string[];
  readonly items: readonly ItemVector[];
  readonly n: number;
  readonly head: string;
  readonly headWords: readonly string[];
  readonly damaged: readonly {
    readonly name: string;
    readonly after: number;
    readonly n: number;
    readonly t: number;
    readonly item: string;
    readonly fault: string;
  }[];
}>("record-v1.json");

type SlotVector = {
  readonly locator: string;
  readonly login: string;
  readonly wrapKey: string;
  readonly wrapped: string;
};
type LogVector = { readonly link: string; readonly hash: string; readonly type: string };
export const accountVector = read<{
  readonly generation: number;
  readonly seed: string;
  readonly identityPrivate: string;
  readonly identity: string;
  readonly sharedBoxPrivate: string;
  readonly sharedBox: string;
  readonly privateBoxPrivate: string;
  readonly privateBox: string;
  readonly sharedCache: string;
  readonly privateCache: string;
  readonly password: string;
  readonly secretKey: string;
  readonly passwordSalt: string;
  readonly stretched: string;
  readonly passwordSlot: SlotVector;
  readonly kitCode: string;
  readonly kitWords: readonly string[];
  readonly kitSlot: SlotVector;
  readonly verificationWords: readonly string[];
  readonly log: readonly LogVector[];
  readonly damagedLog: readonly {
    readonly name: string;
    readonly after: number;
    readonly link: string;
    readonly fault: string;
  }[];
  readonly session: {
    readonly challenge: string;
    readonly origin: string;
    readonly deviceSeed: string;
    readonly message: string;
    readonly signature: string;
  };
}>("account-v1.json");

export const inviteVector = read<{
  readonly secret: string;
  readonly room: string;
  readonly fragment: string;
  readonly id: string;
  readonly inviteKeyPrivate: string;
  readonly inviteKey: string;
  readonly previewKey: string;
  readonly preview: { readonly name: string; readonly kind: "couple" };
  readonly sealedPreview: string;
  readonly joiner: string;
  readonly answer: string;
  readonly damagedAnswers: readonly { readonly name: string; readonly answer: string }[];
  readonly damagedFragments: readonly string[];
}>("invite-v1.json");

export const paddingVector = read<{
  readonly classes: readonly { readonly length: number; readonly padded: number }[];
}>("padding-v1.json");
