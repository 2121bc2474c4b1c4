import { resolve } from 'node:path';
import type { CommandInput } from './command.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import { forwardSlashes } from '@leastscope/analyzer/disk';
import type { CacheChoice, ProjectOptions } from '../project/project-options.js';
import type { ColorChoice } from '../text/painter.js';

export function readProjectOptions(input: CommandInput, host: Host): ProjectOptions {
  return {
    cwd: forwardSlashes(resolve(host.cwd, text(input, 'cwd') ?? '.')),
    declaration: text(input, 'declaration'),
    includeTests: flag(input, 'includeTests'),
    exclude: texts(input, 'exclude'),
    asOf: date(input, 'asOf'),
    cache: cacheChoice(input, host),
    extent: 'everything',
    stats: flag(input, 'stats'),
  };
}

/** `--no-cache` comes as `cache: false`. */
function cacheChoice(input: CommandInput, host: Host): CacheChoice {
  if (input.options['cache'] === false) return { kind: 'off' };
  const folder = text(input, 'cacheLocation');
  return folder === null ? { kind: 'default' } : { kind: 'at', folder: resolve(host.cwd, folder) };
}

export function text({ options }: CommandInput, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' ? value : null;
}

/** Of an option that may be given several times. */
export function texts({ options }: CommandInput, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

export function flag({ options }: CommandInput, name: string): boolean {
  return options[name] === true;
}

export function wholeNumber(input: CommandInput, name: string, flags: string): number | null {
  const given = text(input, name);
  if (given === null) return null;
  if (!/^\d{1,9}$/.test(given)) throw new Misuse(`${flags} takes a whole number, not "${given}"`);
  return Number(given);
}

/** Commander has checked the choice; what is not one of them was not given. */
export function color(input: CommandInput): ColorChoice {
  const given = text(input, 'color');
  return given === 'always' || given === 'never' ? given : 'auto';
}

export function date(input: CommandInput, name: 'asOf' | 'until'): string | null {
  const given = text(input, name);
  if (given === null || isDate(given)) return given;
  throw new Misuse(`${dateFlags[name]} takes a day as YYYY-MM-DD, not "${given}"`);
}

const dateFlags = { asOf: '--as-of', until: '--until' } as const;

/** The day must exist: 2026-02-30 would silently compare as text. */
function isDate(given: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return false;
  const parsed = new Date(`${given}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(given);
}
