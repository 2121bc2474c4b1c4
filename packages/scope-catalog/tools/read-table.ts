import { readFileSync } from 'node:fs';

/** A row of a table of facts: column name → text. */
export type Row = Readonly<Record<string, string>>;

/** Reads a tab-separated table of `tools/sources`. The first line names the columns. */
export function readTable(sources: URL, name: string): readonly Row[] {
  const text = readFileSync(new URL(`${name}.tsv`, sources), 'utf8');
  const [head = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const columns = head.split('\t');
  return lines.map((line) => rowOf(columns, line.split('\t')));
}

/** The text of a cell; a column that is missing is a mistake of the build, not of the data. */
export function cell(row: Row, column: string): string {
  const text = row[column];
  if (text === undefined) throw new Error(`No column ${column} in ${JSON.stringify(row)}`);
  return text;
}

/** The parts of a cell that holds a list. */
export function listOf(text: string): readonly string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** One of the allowed words, or a stop: a new word in a source has to be looked at by a person. */
export function oneOf<const Word extends string>(words: readonly Word[], text: string): Word {
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) throw new Error(`${JSON.stringify(text)} is none of ${words.join(', ')}`);
  return word;
}

function rowOf(columns: readonly string[], cells: readonly string[]): Row {
  return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
}
