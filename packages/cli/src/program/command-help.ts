import type { HelpConfiguration } from 'commander';
import type { CommandSpec } from '../command-line/command.js';
import { padTo, printRows } from '../text/words.js';
import { widthOf } from '../text/width.js';
import { wrap } from '../text/wrap.js';

/** Where nobody looks on, help is as wide as help always was. */
const usualWidth = 80;
/** A column of explanations that is narrower than this goes below what it explains. */
const narrowest = 24;

/** Commander's help, broken into lines as all our texts are. */
export function helpConfiguration(columns: number | undefined): HelpConfiguration {
  const width = columns ?? usualWidth;
  return {
    helpWidth: width,
    displayWidth: widthOf,
    styleUsage: (usage) => wrap(usage, { width, start: 7, indent: 7 }),
    boxWrap: (text, room) => wrap(text, { width: room, start: 0, indent: 0 }),
    formatItem: (term, termWidth, description) => {
      const start = termWidth + 4;
      if (description === '') return `  ${term}`;
      if (width - start >= narrowest)
        return `  ${padTo(term, termWidth)}  ${wrap(description, { width, start, indent: start })}`;
      return `  ${term}\n      ${wrap(description, { width, start: 6, indent: 6 })}`;
    },
  };
}

/** What a script can rely on. A mistake in the declaration is found as any other is; one that cannot be read is not judged. */
const exitCodes: readonly (readonly [string, string])[] = [
  ['0', 'clean'],
  [
    '1',
    'findings: errors, mistakes in the declaration among them, or more warnings than --max-warnings allows',
  ],
  [
    '2',
    'misuse: the command line is wrong, there is no declaration to use, or the output could not be written',
  ],
  ['3', 'incomplete: with --strict, a call stayed open or a file could not be read (findings win over this)'],
  ['70', 'a bug in leastscope itself'],
];

export function exitCodeHelp(columns: number | undefined): string {
  return `\nExit codes:\n${printRows(exitCodes, { width: columns ?? usualWidth }).join('\n')}`;
}

export function exampleHelp({ examples }: CommandSpec, columns: number | undefined): string {
  const rows = examples.map(({ line, says }) => [line, says]);
  return `\nExamples:\n${printRows(rows, { width: columns ?? usualWidth }).join('\n')}`;
}
