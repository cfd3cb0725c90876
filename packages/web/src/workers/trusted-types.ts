type Policy = { createScriptURL(address: string): string };
type Factory = { createPolicy(name: string, rules: Policy): { createScriptURL(address: string): unknown } };

/** Own scripts that may be started as workers: the service worker and the two in this folder, nothing else. */
const allowed = /^\/(?:sw\.js|assets\/(?:stretch|signatures)\.worker-[\w-]+\.js)$/;

const rules: Policy = {
  createScriptURL(address) {
    const { origin, pathname } = new URL(address, location.href);
    if (origin === location.origin && allowed.test(pathname)) return address;
    throw new TypeError("this script is not one of the app's workers");
  },
};

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
const policy = factory?.createPolicy("goldseam", rules) ?? rules;

/** An address that workers may be made from, under the policy that the page's header demands. */
export const scriptAddress = (address: string): string => policy.createScriptURL(address) as string;
