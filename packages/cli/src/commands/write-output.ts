import { resolve } from 'node:path';
import type { Host } from '../host.js';
import { choosePainter, type ColorChoice, type Painter } from '../text/painter.js';
import { writeAtomically } from '../write-atomically.js';

export interface OutputOptions {
  /** What a relative file is relative to. */
  readonly cwd: string;
  /** As given; null means the terminal. */
  readonly output: string | null;
}

/** To the file that `--output` names, else to the terminal. */
export function writeOutput(text: string, { cwd, output }: OutputOptions, host: Host): void {
  if (output === null) host.stdout.write(text);
  else writeAtomically(resolve(cwd, output), text, output);
}

/** A file gets colours only when they are asked for outright. */
export function outputPainter(
  { output, color }: { readonly output: string | null; readonly color: ColorChoice },
  host: Host,
): Painter {
  if (output === null) return choosePainter(color, host.stdout.isTerminal, host.env);
  return choosePainter(color === 'always' ? 'always' : 'never', false, {});
}
