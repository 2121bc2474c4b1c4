import { expect, it } from 'vitest';
import { host } from '../../test/samples.js';
import { createProgress } from './progress.js';

function told(isTerminal: boolean, ...times: readonly number[]): string {
  const test = host('/');
  let now = 0;
  const progress = createProgress({ ...test, stderr: { ...test.stderr, isTerminal } }, () => now);
  times.forEach((time, index) => {
    now = time;
    progress.tell(index, times.length);
  });
  progress.end();
  return test.said.stderr;
}

it('is silent for a second, then counts and cleans up', () => {
  expect(told(true, 10, 999)).toBe('');
  expect(told(true, 10, 1000, 1050, 1100)).toBe(
    '\r\u001b[Kreading 1 of 4 files\r\u001b[Kreading 3 of 4 files\r\u001b[K',
  );
});

it('is silent where nobody looks on', () => {
  expect(told(false, 2000, 3000)).toBe('');
});
