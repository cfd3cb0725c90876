import { underLabel } from "./hash.ts";
import { type KeyPair, sign } from "./key-pair.ts";
import { labels } from "./labels.ts";
import { type Link, type LinkFields, linkOf, linkSignedBytes } from "./link.ts";

/** A control link signed by the author's device. */
export const signLink = async (fields: LinkFields, device: Pick<KeyPair, "privateKey">): Promise<Link> =>
  linkOf(fields, await sign(device, underLabel(labels.link, linkSignedBytes(fields))));
