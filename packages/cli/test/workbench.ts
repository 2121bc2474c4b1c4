import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { expect, onTestFinished } from 'vitest';

export const repository = fileURLToPath(new URL('../../../', import.meta.url));
/** The program as it is published: several files, loaded as they are needed. It starts in a third of the time that `dist` takes. */
export const program = join(repository, 'packages/cli/bundle/leastscope.cjs');

/** The day that every test is judged by. */
export const today = '2026-11-01';

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the built command line in a folder, as a user would: in a thread of this process, or in a process of its own where
 * the run depends on what only a process has (`env`: time zone, locale).
 */
export function leastscope(
  cwd: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Outcome {
  if (env === undefined) return inThread(cwd, args);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...plainEnv, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

const plainEnv = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
let thread: { readonly signal: Int32Array; readonly port: MessagePort } | null = null;

function inThread(cwd: string, args: readonly string[]): Outcome {
  thread ??= startThread();
  const { signal, port } = thread;
  Atomics.store(signal, 0, 0);
  port.postMessage({ cwd, args });
  Atomics.wait(signal, 0, 0, 120_000);
  const answer = receiveMessageOnPort(port) as { readonly message: Outcome } | undefined;
  if (answer === undefined) throw new Error(`leastscope ${args.join(' ')} did not end`);
  return answer.message;
}

function startThread(): NonNullable<typeof thread> {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL('program-thread.mjs', import.meta.url), {
    workerData: { signal, port: port2, env: plainEnv },
    transferList: [port2],
  });
  // The tests end when they end.
  worker.unref();
  port1.unref();
  return { signal, port: port1 };
}

/** What `check` prints, with its exit code: the terminal frame that golden files hold. */
export function checkFrame(cwd: string, ...options: readonly string[]): string {
  const { status, stdout, stderr } = leastscope(cwd, ['check', '--as-of', today, ...options]);
  const command = ['leastscope', 'check', ...options].join(' ');
  return `$ ${command}\n\n${stdout}${stderr === '' ? '' : `\nstderr:\n${stderr}`}\nexit ${status}\n`;
}

export interface FoundPlace {
  readonly file: string;
  readonly start: { readonly line: number; readonly column: number };
}

export interface CheckJson {
  readonly verdict: string;
  readonly coverage: Readonly<Record<string, number>>;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly why: string;
    readonly help: string;
    readonly place: FoundPlace;
    readonly suppressed: unknown;
  }[];
  readonly open: readonly { readonly place: FoundPlace; readonly reason: string }[];
  readonly unread: readonly { readonly file: string; readonly reason: string }[];
}

/** `check --format json`, parsed. */
export function check(
  cwd: string,
  ...options: readonly string[]
): CheckJson & { readonly status: number | null } {
  const outcome = leastscope(cwd, ['check', '--format', 'json', '--as-of', today, ...options]);
  return { ...parsed<CheckJson>(outcome), status: outcome.status };
}

export interface ManifestJson {
  readonly verdict: string;
  readonly scopes: readonly {
    readonly key: string;
    readonly status: string;
    readonly endpoints: readonly unknown[];
    readonly callSites: readonly {
      readonly file: string;
      readonly line: number;
      readonly purpose: string | null;
    }[];
    readonly alternatives: readonly unknown[];
    readonly reason?: string;
  }[];
  readonly drop: readonly unknown[];
  readonly add: readonly unknown[];
  readonly unresolved: readonly unknown[];
}

/** `manifest --stdout`, parsed. */
export function manifest(cwd: string): ManifestJson {
  return parsed(leastscope(cwd, ['manifest', '--stdout', '--as-of', today]));
}

export interface UsesJson {
  readonly uses: readonly {
    readonly method: string;
    readonly path: string;
    readonly endpoint: string | null;
    readonly place: FoundPlace;
    readonly via: readonly unknown[];
  }[];
  readonly open: readonly unknown[];
}

/** `uses --format json`, parsed. */
export function uses(cwd: string): UsesJson {
  return parsed(leastscope(cwd, ['uses', '--format', 'json']));
}

/** Lays files in a folder of their own that goes when the test is over; gives its path. */
export function project(files: Readonly<Record<string, string | Buffer>>, from?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'leastscope-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  if (from !== undefined)
    cpSync(from, folder, { recursive: true, filter: (path) => !path.includes('node_modules') });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Compares with a golden file; `UPDATE_GOLDEN=1` writes it. */
export function expectGolden(file: string, text: string): void {
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  expect(existsSync(file), `${file} is missing; write it with UPDATE_GOLDEN=1 npm test`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

function parsed<T>({ status, stdout, stderr }: Outcome): T {
  try {
    return JSON.parse(stdout) as T;
  } catch {
    throw new Error(`No JSON; ended with ${status}.\n${stdout.slice(0, 2000)}\n${stderr.slice(0, 2000)}`);
  }
}
