import type { Host } from '../host/host.js';
import { plainLayout, type Layout } from '../text/layout.js';
import { terminalLink, wantsLinks } from '../text/link.js';
import { choosePainter, type ColorChoice } from '../text/painter.js';
import { targetOf } from './target.js';
import { writeTo } from './write-file.js';

export interface OutputOptions {
  /** What a relative file is relative to. */
  readonly cwd: string;
  /** As given; null means the terminal. */
  readonly output: string | null;
}

/** To what `--output` names, else to the terminal. */
export function writeOutput(text: string, { cwd, output }: OutputOptions, host: Host): void {
  const target = targetOf(output, cwd);
  if (target.kind === 'stdout') host.stdout.write(text);
  else if (target.kind === 'stderr') host.stderr.write(text);
  else writeTo(target, text, output ?? '');
}

/** A terminal has colours, a width and links. What goes elsewhere gets colours only when they are asked for outright. */
export function outputLayout(
  { cwd, output, color }: OutputOptions & { readonly color: ColorChoice },
  { stdout, stderr, env }: Host,
): Layout {
  const { kind } = targetOf(output, cwd);
  if (kind !== 'stdout' && kind !== 'stderr')
    return { ...plainLayout, painter: choosePainter(color === 'always' ? 'always' : 'never', false, {}) };
  const sink = kind === 'stdout' ? stdout : stderr;
  return {
    painter: choosePainter(color, sink.isTerminal, env),
    width: sink.columns,
    link: wantsLinks(sink.isTerminal, env) ? terminalLink : plainLayout.link,
  };
}
