import { nearestName } from '@leastscope/scope-catalog';
import type * as z from 'zod';
import type { DeclarationMistake } from '../model/declaration.js';
import type { Place } from '../model/place.js';
import { keysAt } from './known-keys.js';
import { placeOfKey, placeOfValue } from './yaml-source.js';
import type { Path, YamlSource } from './yaml-source.js';

type Issue = z.core.$ZodIssue;

const mostChoices = 6;

/** A mistake, and what to take out so that the rest still holds. */
export interface SchemaMistake extends DeclarationMistake {
  readonly remove: Path;
  /** Nothing stands there: the key is missing or its value is empty. */
  readonly isAbsence: boolean;
}

/** Puts each issue of the schema to words and to the place of its value in the text. */
export function findSchemaMistakes(
  issues: readonly Issue[],
  source: YamlSource,
  schema: z.core.$ZodType,
): readonly SchemaMistake[] {
  return issues.flatMap((issue) => {
    const path = pathOf(issue);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => unknownKey(key, [...path, key], keysAt(path, schema), source));
    }
    if (issue.code === 'invalid_key')
      return unknownKey(String(path.at(-1)), path, keysAt(path.slice(0, -1), schema), source);
    return wrongValue(issue, path, source);
  });
}

function unknownKey(key: string, path: Path, known: readonly string[], source: YamlSource): SchemaMistake {
  const nearest = nearestName(known, key);
  return {
    message: `Unknown key \`${key}\`${where(path.slice(0, -1))}.`,
    help: nearest === null ? `Known here: ${known.join(', ')}.` : `Did you mean \`${nearest}\`?`,
    place: placeOfKey(source, path),
    remove: path,
    isAbsence: false,
  };
}

function wrongValue(issue: Issue, path: Path, source: YamlSource): SchemaMistake {
  if (issue.input === undefined) {
    const [key, around] = [nameOf(path.slice(-1)), path.slice(0, -1)];
    const message = `\`${key}\` is missing${where(around)}.`;
    const place = startOf(placeOfValue(source, around));
    return { message, help: `Add \`${key}\`: ${expected(issue)}.`, place, remove: path, isAbsence: true };
  }
  const name = path.length === 0 ? 'The declaration' : `\`${nameOf(path)}\``;
  const help =
    nearestChoice(issue) ?? 'Correct the value; the JSON Schema of the declaration shows what is expected.';
  return {
    message: `${name} must be ${expected(issue)}${found(issue)}.`,
    help,
    place: placeOfValue(source, path),
    remove: path,
    isAbsence: issue.input === null,
  };
}

/** "a list", "one of `public`, `custom`", or the words of the format itself. */
function expected(issue: Issue): string {
  if (issue.code === 'invalid_type') return typeName(issue.expected);
  if (issue.code === 'invalid_value') return choice(issue.values.map(String));
  if (issue.code === 'custom') return issue.message.replace(/^Must be /, '');
  if (issue.code === 'too_small' && issue.origin === 'string') return 'text that is not empty';
  if (issue.code === 'too_small') return `at least ${issue.inclusive === false ? 1 : String(issue.minimum)}`;
  if (issue.code === 'invalid_format') return issue.format === 'url' ? 'a URL' : 'well-formed';
  return 'something else';
}

/** A long list helps nobody; the nearest name does. */
function choice(values: readonly string[]): string {
  if (values.length > mostChoices) return 'a known name';
  const quoted = values.map((value) => `\`${value}\``).join(', ');
  return values.length === 1 ? quoted : `one of ${quoted}`;
}

function typeName(type: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    array: 'a list',
    object: 'a mapping of keys to values',
    record: 'a mapping of keys to values',
    int: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  };
  return names[type] ?? type;
}

function found({ input }: Issue): string {
  if (typeof input === 'string') return input.trim() === '' ? '' : `, not "${shorten(input)}"`;
  if (typeof input === 'number' || typeof input === 'boolean') return `, not ${String(input)}`;
  if (input === null) return ', and is empty';
  return Array.isArray(input) ? ', not a list' : ', not a mapping';
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

function nearestChoice(issue: Issue): string | null {
  if (issue.code !== 'invalid_value' || typeof issue.input !== 'string') return null;
  const nearest = nearestName(issue.values.map(String), issue.input);
  return nearest === null ? null : `Did you mean \`${nearest}\`?`;
}

function where(path: Path): string {
  return path.length === 0 ? '' : ` in \`${nameOf(path)}\``;
}

/** `purposes[0].retention` as people say it. */
function nameOf(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
    .join('');
}

/** A missing key is pointed at where its neighbours begin. */
function startOf(place: Place): Place {
  return { ...place, end: { line: place.start.line, column: place.start.column + 1 } };
}

function pathOf(issue: Issue): Path {
  return issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
}
