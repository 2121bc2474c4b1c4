import { isWrapper } from '../../lookups/answer-envelope.js';
import { keyOfPlace } from '../../lookups/places.js';
import type { Place } from '../../model/place.js';
import { keyOfSource, type Source } from './source.js';

/** A part of what a source gives, named by the steps that lead to it: `orders`, `[]`, `recipient_address`. */
export interface AccessPath {
  /** Two paths of one key are the same. */
  readonly key: string;
  readonly source: Source;
  /** Names of properties, `[]` for an item of a list, and the marks below. */
  readonly fields: readonly string[];
  /** Properties that were taken out of it: `const { cpf, ...rest } = order`; by `anyDepth`, wherever they lie in it, and by `onlyThese` all others. */
  readonly without: readonly string[];
  /** The value itself, its JSON, or a text that it was put into. */
  readonly form: 'value' | 'json' | 'text';
  /** The call by which the file that got it handed it to another file. */
  readonly enteredBy: Place | null;
  /** Where it was put into an object whole. */
  readonly put: Place | null;
  /** What gave it could not be seen into: it may be the answer or what was taken out of it. */
  readonly isOpaque: boolean;
}

export type AccessPathFields = Omit<AccessPath, 'key'>;

const names = new WeakMap<Place, string>();

/** A part with its key. */
export function accessPath(fields: AccessPathFields): AccessPath {
  const key = [
    keyOfSource(fields.source),
    fields.fields.join('.'),
    fields.without.join(),
    fields.form,
    fields.enteredBy === null ? '' : nameOf(fields.enteredBy),
    fields.put === null ? '' : nameOf(fields.put),
    fields.isOpaque ? 'opaque' : '',
  ].join('|');
  return { ...fields, key };
}

/** All that a source gives. */
export function sourcePath(source: Source): AccessPath {
  return accessPath({
    source,
    fields: [],
    without: [],
    form: 'value',
    enteredBy: null,
    put: null,
    isOpaque: false,
  });
}

export function derive(before: AccessPath, change: Partial<AccessPathFields>): AccessPath {
  return accessPath({ ...before, ...change });
}

function nameOf(of: Place): string {
  const known = names.get(of);
  if (known !== undefined) return known;
  const name = keyOfPlace(of);
  names.set(of, name);
  return name;
}

/** A name that is taken out at whatever depth it stands, as `without` has it. */
export function anyDepth(name: string): string {
  return `**.${name}`;
}

/** All but these names is taken out, at every depth, as `without` has it. */
export function onlyThese(names: readonly string[]): string {
  return `=${names.join()}`;
}

/** The names that are left by `onlyThese`; null where any is. */
export function leftOnly(without: readonly string[]): readonly string[] | null {
  const mark = without.find((name) => name.startsWith('='));
  return mark === undefined ? null : mark.slice(1).split(',');
}

export function isAnyDepth(name: string): boolean {
  return name.startsWith('**.');
}

/** Deeper than this nothing of the catalog lies. */
const stepLimit = 12;

/** What is there for the asking of any value, and is nobody's data. */
const ownProperties = new Set(['length', 'constructor', 'prototype', 'size']);

/** A property of a part; null when it is none of the answer. */
export function readField(of: AccessPath, name: string): AccessPath | null {
  if (of.form !== 'value' || ownProperties.has(name) || of.without.includes(name)) return null;
  if (isCharacter(of) || of.source.kind === 'secret') return null;
  if (of.fields.length === 0 && isWrapperOf(of, name)) return of;
  const below = parts.get(of) ?? new Map<string, AccessPath | null>();
  parts.set(of, below);
  const known = below.get(name);
  if (known !== undefined) return known;
  const found = stepTo(of, name);
  below.set(name, found);
  return found;
}

/** The same property is asked of a part over and over. */
const parts = new WeakMap<AccessPath, Map<string, AccessPath | null>>();

function stepTo(of: AccessPath, name: string): AccessPath | null {
  if (of.fields.length >= stepLimit) return null;
  // A function that calls itself goes down step by step without end: there the same names come round again.
  const first = of.fields.indexOf(name);
  if (name !== '[]' && first >= 0 && of.fields.includes(name, first + 1))
    return derive(of, { fields: of.fields.slice(0, first + 1), without: [], put: null });
  return derive(of, { fields: [...of.fields, name], without: [], put: null });
}

/** A webhook's own envelope has fields of its own: `type` and `data.type` are two things. */
function isWrapperOf({ source }: AccessPath, name: string): boolean {
  return isWrapper(name) && !(source.kind === 'webhook' && name === 'data');
}

/** An item of a part that is a list; of `Promise.all` over one, the same. */
export function readElement(of: AccessPath): AccessPath | null {
  if (of.fields.at(-1) === '[]' && of.fields.at(-2) === '[]') return of;
  return readField(of, '[]');
}

/** Steps that name no property: what was done to the list, the text or the record before them. */
const marks = {
  /** Some of the items, in any order; most of a text. */
  subset: '~',
  /** The same, and so little of a text that it tells of nobody. */
  short: '^',
  /** The value of any property of a record, or any item of a list. */
  anyValue: '*',
  /** One character of a text, of which all are there: `[...name]`, `name.split('')`. Joined they are the text again. */
  character: '"',
} as const;

export type Mark = keyof typeof marks;

export function hasMark(step: string | undefined, mark: Mark): boolean {
  return step === marks[mark];
}

export function isMark(step: string): boolean {
  return Object.values<string>(marks).includes(step);
}

/** A list with some items left out or in another order; of a text, most of it. */
export function asSubset(of: AccessPath): AccessPath {
  return of.form === 'value' ? marked(of, 'subset') : of;
}

/** A list with few items; of a text so few characters that nothing of a person is left. */
export function asShortCut(of: AccessPath): AccessPath | null {
  return of.form === 'value' ? marked(of, 'short') : null;
}

/** The value of any property: `Object.values(address)`. */
export function readAnyValue(of: AccessPath): AccessPath | null {
  return of.form === 'value' ? marked(of, 'anyValue') : null;
}

/** One of all characters of a text. */
export function asCharacter(of: AccessPath): AccessPath | null {
  return of.form === 'value' ? marked(of, 'character') : null;
}

/** Whether it is one character, or has been. */
export function isCharacter({ fields }: AccessPath): boolean {
  return fields.some((step) => hasMark(step, 'character'));
}

/** Characters behind each other: the text that they were taken from, or most of it. */
export function ofCharacters(of: AccessPath): AccessPath {
  const at = of.fields.findIndex((step) => hasMark(step, 'character'));
  return at < 0 ? of : derive(of, { fields: [...of.fields.slice(0, at), marks.subset] });
}

function marked(of: AccessPath, mark: Mark): AccessPath {
  return hasMark(of.fields.at(-1), mark) || of.fields.length >= stepLimit
    ? of
    : derive(of, { fields: [...of.fields, marks[mark]] });
}

/**
 * As it stands in a text: of a record nothing but its name, unless it was made JSON before. Of the values of its
 * properties all is there.
 */
export function intoText(of: AccessPath): AccessPath {
  return of.form === 'value' ? derive(of, { form: 'text' }) : of;
}

/** Belongs to the answer as a whole, whatever it is wrapped in. */
export function isWholeResponse({ fields: steps }: AccessPath): boolean {
  return steps.every(isMark);
}

/** A record in a text is no more than a word; its values, JSON or not, are there. */
export function tellsRecord({ form, fields }: AccessPath): boolean {
  return form !== 'text' || hasMark(fields.at(-1), 'anyValue');
}
