import account from "../../../test/vectors/account-v1.json" with { type: "json" };
import invite from "../../../test/vectors/invite-v1.json" with { type: "json" };
import padding from "../../../test/vectors/padding-v1.json" with { type: "json" };
import record from "../../../test/vectors/record-v1.json" with { type: "json" };

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
export const recordVector = record as unknown as {
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
};

type SlotVector = {
  readonly locator: string;
  readonly login: string;
  readonly wrapKey: string;
  readonly wrapped: string;
};
type LogVector = { readonly link: string; readonly hash: string; readonly type: string };
export const accountVector = account as unknown as {
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
};

export const inviteVector = invite as unknown as {
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
};

export const paddingVector = padding as unknown as {
  readonly classes: readonly { readonly length: number; readonly padded: number }[];
};
