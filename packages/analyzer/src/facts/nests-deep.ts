/** Deeper than anybody writes, and less deep than the parser's stack reaches. */
const deepest = 250;

/**
 * Whether a text that does not parse nests so deep that the parser may run out of stack before it comes to the mistake. How much
 * stack there is hangs on what ran before; what is told of the file must not. Brackets in texts and comments count too: this is
 * asked only of what stays unread anyway.
 */
export function nestsDeep(text: string): boolean {
  let [brackets, arrows] = [0, 0];
  for (const [sign] of text.matchAll(/[([{]|[)\]}]|=>|;/g)) {
    if (sign === ';') arrows = 0;
    else if (sign === '=>') arrows += 1;
    else brackets += '([{'.includes(sign) ? 1 : -1;
    if (brackets + arrows > deepest) return true;
  }
  return false;
}
