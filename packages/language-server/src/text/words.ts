/** `1 call`, `3 calls`; `2 categories`. */
export function count(number: number, noun: string): string {
  return `${String(number)} ${number === 1 ? noun : pluralOf(noun)}`;
}

function pluralOf(noun: string): string {
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function listed(parts: readonly string[], most = 6): string {
  const shown = parts.slice(0, most);
  const left = parts.length - shown.length;
  const all = left > 0 ? [...shown, `${String(left)} more`] : shown;
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`;
}
