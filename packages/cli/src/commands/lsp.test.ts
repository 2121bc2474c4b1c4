import { expect, it } from 'vitest';
import { main } from '../main.js';
import { host } from '../../test/samples.js';

it.each([[], ['--stdio'], ['--stdio', '--clientProcessId=4711'], ['--clientProcessId', '4711']])(
  'starts as editors call it: %j',
  async (...args) => {
    const test = host('/');
    // Past the arguments, what is missing is the editor.
    expect(await main(['lsp', ...args], test)).toBe(2);
    expect(test.said.stderr).toContain('there is nobody to speak with');
  },
);
