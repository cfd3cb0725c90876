import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createSecretKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  sign,
} from "node:crypto";

const web = crypto.subtle;
const tagLength = 16;

/**
 * What Node's own calls use in the place of a key of WebCrypto. The key itself stays as unreadable as it was asked for.
 *
 * Held here, because Node is about to refuse to give out the inner object of a key that cannot be exported.
 */
const objects = new WeakMap<CryptoKey, KeyObject>();

function keyFrom(
  object: KeyObject,
  algorithm: Parameters<KeyObject["toCryptoKey"]>[0],
  isReadable: boolean,
  uses: Iterable<KeyUsage>,
): CryptoKey {
  const key = object.toCryptoKey(algorithm, isReadable, [...uses]) as CryptoKey;
  objects.set(key, object);
  return key;
}

const bytesOf = (source: BufferSource): Uint8Array =>
  ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);

const nameOf = (algorithm: AlgorithmIdentifier): string =>
  typeof algorithm === "string" ? algorithm : algorithm.name;

/** The inner object of `key`, if it may be used so. */
const objectFor = (use: KeyUsage, key: CryptoKey): KeyObject | undefined =>
  key.usages.includes(use) ? objects.get(key) : undefined;

const isHkdf = (algorithm: AlgorithmIdentifier): algorithm is HkdfParams =>
  nameOf(algorithm) === "HKDF" && (algorithm as HkdfParams).hash === "SHA-256";
const isAesGcm = (algorithm: AlgorithmIdentifier): algorithm is AesGcmParams =>
  nameOf(algorithm) === "AES-GCM" && (algorithm as AesGcmParams).tagLength === undefined;

/**
 * WebCrypto on Node, where signing, sealing and opening one small thing are done at once.
 *
 * Node's WebCrypto takes each call to its pool of threads and back, which costs three times what the call itself does.
 * What is not done here, and whatever is refused, is left to WebCrypto: so answers and errors are its own.
 */
export const subtle = {
  verify: web.verify.bind(web),
  exportKey: web.exportKey.bind(web),
  deriveBits: web.deriveBits.bind(web),

  async importKey(
    format: "raw" | "pkcs8",
    data: BufferSource,
    algorithm: AlgorithmIdentifier,
    isReadable: boolean,
    uses: KeyUsage[],
  ) {
    const name = nameOf(algorithm);
    if (format === "raw" && (name === "HKDF" || name === "AES-GCM"))
      return keyFrom(createSecretKey(bytesOf(data)), name, isReadable, uses);
    const key = await web.importKey(format, data, algorithm, isReadable, uses);
    if (format === "pkcs8" && name === "Ed25519")
      objects.set(key, createPrivateKey({ key: Buffer.from(bytesOf(data)), format: "der", type: "pkcs8" }));
    return key;
  },

  async generateKey(algorithm, isReadable, uses) {
    if (algorithm !== "Ed25519") return web.generateKey(algorithm, isReadable, uses);
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    return {
      privateKey: keyFrom(privateKey, "Ed25519", isReadable, ["sign"]),
      publicKey: keyFrom(publicKey, "Ed25519", true, ["verify"]),
    };
  },

  async sign(algorithm, key, data) {
    const object = algorithm === "Ed25519" ? objectFor("sign", key) : undefined;
    return object === undefined
      ? web.sign(algorithm, key, data)
      : bufferOf(sign(null, bytesOf(data), object));
  },

  async deriveKey(algorithm, key, made, isReadable, uses) {
    const object = isHkdf(algorithm) ? objectFor("deriveKey", key) : undefined;
    const { name, length } = made as AesKeyGenParams;
    if (object === undefined || !isHkdf(algorithm) || name !== "AES-GCM")
      return web.deriveKey(algorithm, key, made, isReadable, uses);
    const { salt, info } = algorithm;
    const secret = hkdfSync("sha256", object, bytesOf(salt), bytesOf(info), length / 8);
    return keyFrom(createSecretKey(new Uint8Array(secret)), "AES-GCM", isReadable, uses);
  },

  async encrypt(algorithm, key, data) {
    const object = isAesGcm(algorithm) ? objectFor("encrypt", key) : undefined;
    if (object === undefined || !isAesGcm(algorithm)) return web.encrypt(algorithm, key, data);
    const cipher = createCipheriv("aes-256-gcm", object, bytesOf(algorithm.iv));
    if (algorithm.additionalData) cipher.setAAD(bytesOf(algorithm.additionalData));
    return bufferOf(cipher.update(bytesOf(data)), cipher.final(), cipher.getAuthTag());
  },

  async decrypt(algorithm, key, data) {
    const object = isAesGcm(algorithm) ? objectFor("decrypt", key) : undefined;
    const sealed = bytesOf(data);
    if (object === undefined || !isAesGcm(algorithm) || sealed.length < tagLength)
      return web.decrypt(algorithm, key, data);
    const decipher = createDecipheriv("aes-256-gcm", object, bytesOf(algorithm.iv));
    if (algorithm.additionalData) decipher.setAAD(bytesOf(algorithm.additionalData));
    decipher.setAuthTag(sealed.subarray(-tagLength));
    const text = decipher.update(sealed.subarray(0, -tagLength));
    try {
      decipher.final();
    } catch {
      return web.decrypt(algorithm, key, data);
    }
    return bufferOf(text);
  },
} as Pick<
  SubtleCrypto,
  | "verify"
  | "exportKey"
  | "deriveBits"
  | "importKey"
  | "generateKey"
  | "sign"
  | "deriveKey"
  | "encrypt"
  | "decrypt"
>;

/** The parts joined, in memory of their own: a Buffer may share its memory with others. */
function bufferOf(...parts: readonly Uint8Array[]): ArrayBuffer {
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined.buffer;
}
