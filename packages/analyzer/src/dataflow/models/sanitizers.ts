/** Names of functions that leave of a value what tells nothing of a person any more. */
const masks = /mask|redact|anonymi[sz]e|pseudonymi|scrub|obfuscat|hash|encrypt|sanitize(?!.*html)|hide/i;

export function isSanitizer(name: string | null | undefined): boolean {
  return name !== null && name !== undefined && masks.test(name);
}
