import { formatsOf, kindNames } from '@leastscope/documents';
import { expect, it } from 'vitest';
import { reportCommand } from './report-command.js';

const { argument, options } = reportCommand({ flags: '--output <file>', summary: '' }, []);

function choicesOf(flag: string): readonly string[] {
  return options.find(({ flags }) => flags.startsWith(`${flag} `))?.choices ?? [];
}

// The table of commands names them once more, so that help and completion load none of the papers.
it('offers the kinds that there are, and the pack', () => {
  expect(argument?.choices).toEqual([...kindNames, 'pack']);
});

it('offers every format that some kind is written in', () => {
  expect(new Set(choicesOf('--format'))).toEqual(new Set(kindNames.flatMap(formatsOf)));
});
