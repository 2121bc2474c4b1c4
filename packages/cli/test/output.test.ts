import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { program, project } from './workbench.js';

const declaration = `schema: 1
app: { name: Output, type: public, tokens: [seller] }
requestedScopes: [seller.order.info, seller.finance.info]
purposes:
  - id: ship-orders
    kind: shipping_seller
    text: Create shipping labels for orders the seller has to dispatch and report tracking back.
    retention: { period: P30D, after: order.completed, onDeauthorization: P7D }
`;
const call = `export const find = () =>
  fetch('https://open-api.tiktokglobalshop.com/order/202309/orders/search', { method: 'POST' });
`;
/** `check` ends with 1 here. */
const app = () => project({ 'scope-declaration.yaml': declaration, 'src/orders.js': call });

/** A line of bash in which `leastscope` is the program. Without `--norc` bash reads the start file of whoever runs the tests. */
function bash(cwd: string, line: string) {
  const script = `leastscope() { "${process.execPath}" "${program}" "$@"; }\n${line}`;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const isJson = (text: string) => (JSON.parse(text) as { schemaVersion: number }).schemaVersion === 1;

describe.skipIf(process.platform === 'win32')('what --output names', () => {
  it.each(['-', '/dev/stdout', '/dev/fd/1'])('%s is standard output, be it a pipe or a file', (name) => {
    const cwd = app();
    const piped = bash(cwd, `leastscope check --format json --output ${name}`);
    expect({ status: piped.status, stderr: piped.stderr }).toEqual({ status: 1, stderr: '' });
    expect(isJson(piped.stdout)).toBe(true);
    const before = 'what stood there\n';
    bash(cwd, `{ echo "what stood there"; leastscope check --format json --output ${name}; } > both`);
    const both = readFileSync(join(cwd, 'both'), 'utf8');
    expect(both.startsWith(before)).toBe(true);
    expect(isJson(both.slice(before.length))).toBe(true);
  });

  it('a FIFO, a device and another stream of the shell take it and stay what they are', () => {
    const cwd = app();
    const fifo = bash(
      cwd,
      'mkfifo pipe; cat pipe > got & leastscope check --format json --output pipe; code=$?; wait; exit $code',
    );
    expect(fifo).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(lstatSync(join(cwd, 'pipe')).isFIFO()).toBe(true);
    expect(isJson(readFileSync(join(cwd, 'got'), 'utf8'))).toBe(true);

    expect(bash(cwd, 'leastscope check --output /dev/null')).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);

    bash(
      cwd,
      'leastscope check --format json --output >(cat > other); for i in 1 2 3 4 5; do [ -s other ] || sleep 1; done',
    );
    expect(isJson(readFileSync(join(cwd, 'other'), 'utf8'))).toBe(true);
  });
});

describe.skipIf(!existsSync('/dev/full'))('what cannot be written is one sentence, and no finding', () => {
  it.each([
    ['a full device', 'leastscope check --output /dev/full', 'cannot write /dev/full: the disk is full'],
    [
      'a full disk behind standard output',
      'leastscope check > /dev/full',
      'cannot write to standard output: the disk is full',
    ],
    [
      'a full disk, when help is asked for',
      'leastscope --help > /dev/full',
      'cannot write to standard output: the disk is full',
    ],
    [
      'no such folder',
      'leastscope check --output no/such/folder',
      'cannot write no/such/folder: there is no such folder',
    ],
    [
      'a name that is too long',
      'leastscope check --output $(printf "a%.0s" {1..300})',
      'the name is too long',
    ],
    [
      'a manifest in a folder that is none',
      'rm -f scope-manifest.json; mkdir scope-manifest.json; leastscope manifest',
      'cannot write scope-manifest.json: it is a folder',
    ],
  ])('%s', (_name, line, sentence) => {
    const { status, stdout, stderr } = bash(app(), line);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^leastscope: [^\n]*\n$/);
    expect(stderr).toContain(sentence);
  });

  it('a reader that goes away', () => {
    const cwd = app();
    // More than a pipe holds, so that the end is missed.
    const many = Array.from({ length: 600 }, (_, index) => call.replace('find', `find${index}`)).join('');
    writeFileSync(join(cwd, 'src/many.js'), many);
    const { stdout, stderr } = bash(
      cwd,
      'leastscope uses --format json | head -c 100 > /dev/null; echo "${PIPESTATUS[0]}"',
    );
    expect(stdout).toBe('2\n');
    expect(stderr).toBe(
      'leastscope: cannot write to standard output: the other end was closed before all was written\n',
    );
  });

  it('a closed standard error takes nothing away from the answer', () => {
    const { status, stdout } = bash(app(), 'leastscope check --format json --stats 2> >(exec true) ');
    expect(status).toBe(1);
    expect(isJson(stdout)).toBe(true);
  });
});
