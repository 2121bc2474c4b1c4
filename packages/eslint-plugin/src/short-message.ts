/** What fits under a line of code, and into a list of problems. */
export const longest = 120;

const cutOff = '…';

/**
 * What is wrong, in one sentence of at most 120 characters. A longer one, which goes on to name everything that it is about,
 * ends between two words; names in backticks are not torn apart. Why it matters and what to do stands on the rule's page.
 */
export function shortMessage(message: string): string {
  if (message.length <= longest) return message;
  const room = longest - cutOff.length;
  const words = message.match(/(?:[^\s`]|`[^`]*`|`)+|\s+/g) ?? [];
  let text = '';
  for (const word of words) {
    if (text.length + word.length > room) break;
    text += word;
  }
  const whole = text.replace(/[\s,;:(]+$/, '');
  return (whole === '' ? message.slice(0, room) : whole) + cutOff;
}
