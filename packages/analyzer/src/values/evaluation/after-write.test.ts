import { expect, test } from 'vitest';
import type { Expression, Write } from '../../model/facts.js';
import { certain } from '../guarded.js';
import { moduleFrame } from '../frames.js';
import type { Interpreter } from '../interpreter.js';
import { createMeter } from '../meter.js';
import { plainText } from '../text.js';
import type { Frame, Guarded } from '../value.js';
import { afterWrite } from './after-write.js';

/** Assignments to one variable, one line each, and how often what they assign is asked for. */
function assigned(writes: number) {
  let asked = 0;
  const interpreter = {
    meter: createMeter(),
    evaluate: (expression: Expression) => {
      asked += 1;
      return certain(plainText(expression.kind === 'text' ? expression.text : ''));
    },
  } as unknown as Interpreter;
  const text = (at: number): Expression => ({ kind: 'text', text: `/${String(at)}`, span: [at, at + 1] });
  const made = Array.from({ length: writes }, (_, at): Write => ({
    at,
    function: null,
    path: [],
    operator: 'append',
    value: text(at),
    branches: [],
  }));
  const frame = moduleFrame(interpreter, 'a.ts');
  const read = (at: number, home: Frame = frame): readonly Guarded[] =>
    interpreter.meter.within(20_000, () =>
      made
        .slice(0, at)
        .reduce((held, write) => afterWrite(interpreter, held, write, { at, home, frame }), start),
    );
  return { read, asked: () => asked };
}

const start = certain(plainText('/order'));

test('what is asked for at many places goes through each assignment once', () => {
  const { read, asked } = assigned(50);
  for (let at = 0; at <= 50; at += 1) read(at);
  expect(asked()).toBe(50);
  expect(read(50)).toBe(read(50));
});

test('another start makes it anew', () => {
  const { read, asked } = assigned(3);
  const inFunction = { ...moduleFrame({} as Interpreter, 'a.ts'), function: 0 };
  expect(read(3)).toHaveLength(1);
  // From another function it is not known whether the assignments have happened by then.
  expect(read(3, inFunction).length).toBeGreaterThan(1);
  expect(asked()).toBeGreaterThan(3);
});
