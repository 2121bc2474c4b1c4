/** Put in when the program is bundled: a hash of all its code and data, its part of the compiler included. */
declare const $buildId: string | undefined;

/** What the program is made of. Null for one that was not bundled, whose code may change at any time: it remembers nothing. */
export function buildId(): string | null {
  return typeof $buildId === 'string' ? $buildId : null;
}
