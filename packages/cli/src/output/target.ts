import { lstatSync, readlinkSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Where an output goes. */
export type Target =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'stderr' }
  /** Another stream that was handed to this process: what `>(…)` of a shell becomes. */
  | { readonly kind: 'descriptor'; readonly number: number }
  /** A device, a FIFO: written into, never replaced. */
  | { readonly kind: 'device'; readonly path: string }
  /** Absolute; the file itself, where the given name is a link. It need not be there yet. */
  | { readonly kind: 'file'; readonly path: string };

/** What `--output` means: `-` and null are the terminal, streams keep what they are, all else is a file. */
export function targetOf(given: string | null, cwd: string): Target {
  if (given === null || given === '-') return { kind: 'stdout' };
  const path = followLinks(resolve(cwd, given));
  const number = descriptorOf(path);
  if (number === 1) return { kind: 'stdout' };
  if (number === 2) return { kind: 'stderr' };
  if (number !== null) return { kind: 'descriptor', number };
  return { kind: isStream(path) ? 'device' : 'file', path };
}

const mostLinks = 40;

/** To the file itself, but no further than to a name of a stream: what that leads to may be replaced by nobody. */
export function followLinks(given: string): string {
  let path = given;
  for (let links = 0; links < mostLinks && descriptorOf(path) === null; links += 1) {
    const next = linkAt(path);
    if (next === null) break;
    path = resolve(dirname(path), next);
  }
  return path;
}

function linkAt(path: string): string | null {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : null;
  } catch {
    return null;
  }
}

function descriptorOf(path: string): number | null {
  if (path === '/dev/stdout') return 1;
  if (path === '/dev/stderr') return 2;
  const number = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(path)?.[1];
  return number === undefined ? null : Number(number);
}

/** A folder is none, nor is what cannot be asked about: the attempt to write there tells what is wrong. */
function isStream(path: string): boolean {
  try {
    const found = statSync(path);
    return !found.isFile() && !found.isDirectory();
  } catch {
    return false;
  }
}
