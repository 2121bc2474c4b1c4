/** What makes of a text that it tells nothing of a person any more, and what only looks like it. */

/** Cuts down to so few characters leave nothing that a person could be found by. */
export const shortCut = 4;

/** What stands in place of letters and digits: `***`, `xxx`, `[redacted]`, `•••`. */
const fill = /[*#•●█░…]|x{2,}|^x$|redact|hidden|masked|removed|anonym|\[[a-z _-]+\]/i;

/** Whether a text is written in place of what is hidden. */
export function isFill(text: string): boolean {
  return fill.test(text);
}

/** Longer patterns are not looked into: they are somebody else's. */
const patternLimit = 300;

/** Whether a pattern finds letters or digits: in a class, by a range, or by anything at all. */
export function findsLetters(source: string): boolean {
  if (source.length > patternLimit) return false;
  const consuming = source.replace(/\(\?<?[=!][^)]*\)/g, '');
  const classes = [...consuming.matchAll(characterClass)];
  const outside = consuming.replace(characterClass, '');
  return classes.some(isOfLetters) || letters.test(outside) || /(?:^|[^\\])\./.test(outside);
}

const characterClass = /\[(\^?)((?:\\.|[^\]\\])*)\]/g;
const letters = /\\[dwS]|\\p\{|[a-zA-Z0-9]-[a-zA-Z0-9]/;

/** `[^\d]` finds what is no digit. */
function isOfLetters([, negated, inside = '']: RegExpMatchArray): boolean {
  return letters.test(inside) === (negated === '');
}

/** Names of functions that mask, hash or hide what they are handed, if they keep what the name says. */
const masks = /mask|redact|anonymi[sz]e|pseudonymi|scrub|obfuscat|hash|encrypt|sanitize(?!.*html)|hide/i;

export function isMaskName(name: string | null | undefined): boolean {
  return name !== null && name !== undefined && masks.test(name);
}
