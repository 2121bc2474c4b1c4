import { expect, it } from 'vitest';
import { choosePainter, colorPainter, type ColorChoice } from './painter.js';

it.each<[ColorChoice, boolean, Record<string, string>, boolean]>([
  ['auto', true, {}, true],
  ['auto', false, {}, false],
  ['auto', true, { NO_COLOR: '1' }, false],
  ['auto', true, { NO_COLOR: '' }, true],
  ['auto', true, { TERM: 'dumb' }, false],
  ['auto', false, { FORCE_COLOR: '1' }, true],
  ['auto', true, { FORCE_COLOR: '0' }, false],
  ['auto', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ['always', false, { NO_COLOR: '1' }, true],
  ['never', true, { FORCE_COLOR: '1' }, false],
])('%s, terminal %s, %o: coloured %s', (choice, isTerminal, env, isColored) => {
  expect(choosePainter(choice, isTerminal, env) === colorPainter).toBe(isColored);
});
