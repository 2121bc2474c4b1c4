type Env = Readonly<Record<string, string | undefined>>;

/** Terminals by the variable that they set, and what is in it where they know links (OSC 8). */
const knowing: readonly (readonly [name: string, value: RegExp])[] = [
  ['TERM_PROGRAM', /^(?:iTerm\.app|WezTerm|vscode|ghostty|Hyper|rio|Tabby)$/],
  ['TERM', /^(?:xterm-kitty|alacritty|foot|xterm-ghostty)/],
  ['VTE_VERSION', /^(?:[5-9]\d{3}|\d{5,})$/],
  ['WT_SESSION', /./],
  ['KONSOLE_VERSION', /./],
  ['DOMTERM', /./],
];

/** Whether links are written. `FORCE_HYPERLINK` decides, as for other tools; a terminal that is not known might print them. */
export function wantsLinks(isTerminal: boolean, env: Env): boolean {
  const forced = env['FORCE_HYPERLINK'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTerminal && knowing.some(([name, value]) => value.test(env[name] ?? ''));
}

/** Neither text nor address is escaped here: both are ours. */
export function terminalLink(text: string, url: string): string {
  return `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
}
