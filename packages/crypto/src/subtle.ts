/** WebCrypto as the browser has it. On Node `#subtle` is `subtle-node.ts`, which answers alike. */
export const { subtle } = crypto;
