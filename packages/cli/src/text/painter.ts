import { styleText } from 'node:util';
import type { Severity } from '@leastscope/analyzer';

type Paint = (text: string) => string;

/** Colours by meaning. Reporters ask for "error", never for "red". */
export interface Painter {
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly strong: Paint;
  readonly quiet: Paint;
  readonly gutter: Paint;
  readonly good: Paint;
  readonly added: Paint;
  readonly removed: Paint;
}

const asIs: Paint = (text) => text;

export const plainPainter: Painter = {
  severity: { error: asIs, warning: asIs, note: asIs },
  strong: asIs,
  quiet: asIs,
  gutter: asIs,
  good: asIs,
  added: asIs,
  removed: asIs,
};

export const colorPainter: Painter = {
  severity: {
    error: style(['bold', 'red']),
    warning: style(['bold', 'yellow']),
    note: style(['bold', 'cyan']),
  },
  strong: style(['bold']),
  quiet: style(['dim']),
  gutter: style(['blue']),
  good: style(['green']),
  added: style(['green']),
  removed: style(['red']),
};

export type ColorChoice = 'auto' | 'always' | 'never';

/** The order that tools agree on: the flag, then NO_COLOR, then FORCE_COLOR, then whether a terminal looks on. */
export function choosePainter(
  choice: ColorChoice,
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
): Painter {
  return wantsColor(choice, isTerminal, env) ? colorPainter : plainPainter;
}

function wantsColor(
  choice: ColorChoice,
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (choice !== 'auto') return choice === 'always';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}

/** Unvalidated: whether to colour is decided above, not by what the real stdout happens to be. */
function style(format: Parameters<typeof styleText>[0]): Paint {
  return (text) => styleText(format, text, { validateStream: false });
}
