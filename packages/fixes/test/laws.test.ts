import type { Analysis } from '@leastscope/analyzer';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { applyPlan } from '../src/apply/index.js';
import { findFailures } from '../src/index.js';
import { allLabs, mendOneByOne, type Mended } from './mended.js';

/** Every operation that fits a project of the fixtures, carried out by itself. Made once: the laws look at the same. */
const labs = allLabs();
const all = labs.flatMap((lab) => [
  ...mendOneByOne(lab, null),
  ...(lab.name.endsWith('s') ? mendOneByOne(lab, 'so it is') : []),
]);

const told = ({ lab, operation }: Mended): string =>
  `${lab.name}/${operation.file}:${operation.finding.start.line} ${operation.kind}`;
const broken = (law: (one: Mended) => boolean, some: readonly Mended[] = all): readonly string[] =>
  some.filter((one) => !law(one)).map(told);

it('is about something of every kind', () => {
  const kinds = new Set(all.map(({ operation }) => operation.kind));
  expect([...kinds].sort()).toEqual([
    'addIgnore',
    'dropFromLog',
    'keepFields',
    'replacePath',
    'stripAtBoundary',
  ]);
  expect(all.length).toBeGreaterThan(50);
});

it('is pure: the same text and plan give the same, and a second time changes nothing', () => {
  expect(
    broken(({ before, plan, text }) => {
      const again = applyPlan(before, plan);
      const twice = applyPlan(text, plan);
      return again.text === text && twice.text === text && twice.done.length === 0;
    }),
  ).toEqual([]);
});

it('takes its finding away and, where it is safe, brings no other', () => {
  const failures = all.flatMap((one) => {
    const reason = findFailures(one.analysis, one.after, [one.operation]).get(one.operation);
    return reason === undefined ? [] : [`${told(one)}: ${reason}`];
  });
  const isOfUnsafe = (told: string): boolean =>
    /replacePath: it would bring (?:missing-scope|deprecated)/.test(told);
  expect(failures.filter((one) => !isOfUnsafe(one))).toEqual([]);
});

it('keeps every line that it does not name', () => {
  // The pick stands behind the statement that the answer arrives in, which may be one below the call.
  const named = all.filter(({ operation }) => operation.kind !== 'stripAtBoundary');
  expect(
    broken(({ before, text, operation: { range } }) => isOutsideKept(before, text, range), named),
  ).toEqual([]);
  const picks = all.filter(({ operation }) => operation.kind === 'stripAtBoundary');
  expect(broken(({ before, text }) => isOneLineMore(before, text), picks)).toEqual([]);
});

/** One line is another, and one has come in behind it. */
function isOneLineMore(before: string, after: string): boolean {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const at = old.findIndex((line, index) => line !== fresh[index]);
  return old.slice(at + 1).join('\n') === fresh.slice(at + 2).join('\n');
}

it('leaves the syntax valid', () => {
  expect(broken(({ text, operation }) => syntaxErrors(operation.file, text) === 0)).toEqual([]);
});

it('changes the calls only as it says', () => {
  expect(
    broken(({ analysis, after, operation }) => {
      const expected = usesOf(analysis).map((use) =>
        operation.kind === 'replacePath' && use === operation.from ? operation.to : use,
      );
      const found = usesOf(after);
      if (operation.kind !== 'replacePath') return found.join() === usesOf(analysis).join();
      return lacking(expected, found).length === 0 || found.includes(operation.to);
    }),
  ).toEqual([]);
});

function usesOf({ needs }: Analysis): readonly string[] {
  return needs.uses.map(({ endpoint, method, path }) => endpoint ?? `${method} ${path}`).sort();
}

function lacking(expected: readonly string[], found: readonly string[]): readonly string[] {
  return expected.filter((one) => !found.includes(one));
}

/** Every line that lies wholly before or behind the range is there, byte by byte, in its order. */
function isOutsideKept(before: string, after: string, [from, to]: readonly [number, number]): boolean {
  const head = before.slice(0, before.lastIndexOf('\n', from - 1) + 1);
  const end = before.indexOf('\n', to);
  const tail = end === -1 ? '' : before.slice(end);
  return after.startsWith(head) && after.endsWith(tail);
}

function syntaxErrors(file: string, text: string): number {
  if (/\.(?:vue|svelte|astro)$/.test(file)) return 0;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true) as ts.SourceFile & {
    readonly parseDiagnostics: readonly { readonly code: number }[];
  };
  return source.parseDiagnostics.filter(({ code }) => code < 8000 || code >= 9000).length;
}
