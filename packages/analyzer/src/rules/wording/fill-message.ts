type Data = Readonly<Record<string, string | readonly string[]>>;

/**
 * Fills the placeholders of a template. `{{name}}` is text as it is; a list reads `a`, `b` and `c`, or with
 * `{{name:or}}` … or `c`.
 */
export function fillMessage(template: string, data: Data): string {
  return template.replace(/\{\{(\w+)(?::(and|or))?\}\}/g, (whole: string, name: string, word?: string) => {
    const value = data[name];
    if (value === undefined) return whole;
    return typeof value === 'string' ? value : listOf(value, word ?? 'and');
  });
}

function listOf(values: readonly string[], word: string): string {
  const quoted = values.map((value) => `\`${value}\``);
  const last = quoted.at(-1) ?? '';
  if (quoted.length < 2) return last;
  return `${quoted.slice(0, -1).join(', ')} ${word} ${last}`;
}
