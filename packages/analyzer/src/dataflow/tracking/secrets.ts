import type { Catalog } from '@leastscope/scope-catalog';
import { secretBehind, type SecretKind } from '../../lookups/secret-names.js';
import type { CallFact, Expression, FileFacts, Span } from '../../model/facts.js';
import { sourcePath } from '../domain/access-path.js';
import { ofPaths, untainted, type TaintValue } from '../domain/taint-value.js';
import { noteSecretIn } from '../domain/notes.js';
import { factsOf, type Tracker } from '../domain/tracker.js';
import { placeOfSpan } from './place-of-span.js';

type Member = Extract<Expression, { kind: 'member' }>;

/** Objects that hold what the app is configured with: `process.env`, `import.meta.env`, `c.env`, `config`. */
const holders = /(?:^|[a-z_])env(?:ironment|s|vars?)?$|^(?:config|cfg|settings|secrets|vars)$/i;
/** Names of functions that are asked for a variable: `config.get('…')`, `requireEnv('…')`, `Deno.env.get('…')`. */
const getters =
  /^(?:get|getOrThrow|getString|required?|mustGet)$|env(?:ironment|var)?$|^(?:get|read|load)(?:Config|Secret)$/i;

/** `process.env.TTS_APP_SECRET`: a variable that by its name holds a secret or a token of the platform's. */
export function secretOfMember(tracker: Tracker, file: string, member: Member): TaintValue {
  const facts = factsOf(tracker, file);
  if (facts === null || !/[A-Z]/.test(member.name)) return untainted;
  const { catalog } = tracker.program;
  const kind = secretBehind(catalog, member.name, facts.signs);
  if (kind === null || !holders.test(nameOf(facts, member.object))) return untainted;
  return secret(tracker, facts.file, { kind, name: member.name, span: member.span });
}

/** `config.get('TTS_APP_SECRET')`. */
export function secretOfCall(tracker: Tracker, file: string, call: CallFact): TaintValue {
  const [asked] = call.args;
  const facts = factsOf(tracker, file);
  if (facts === null || asked?.value.kind !== 'text' || call.isNew) return untainted;
  const name = asked.value.text;
  const kind = secretBehind(tracker.program.catalog, name, facts.signs);
  const callee = call.callee.kind === 'member' ? call.callee.name : call.calleeText;
  if (kind === null || !getters.test(callee)) return untainted;
  return secret(tracker, file, { kind, name, span: call.span });
}

/**
 * `app_secret: process.env.S`: whatever the variable is called, the platform's word beside it says what it holds. Only
 * where requests to the platform are made: others have secrets of that name too.
 */
export function secretUnder(tracker: Tracker, file: string, key: string, value: Expression): TaintValue {
  if (!isNamedSecret(tracker, key)) return untainted;
  const facts = factsOf(tracker, file);
  const read = facts?.signs.signing === true ? environmentRead(facts, value) : null;
  return read === null
    ? untainted
    : secret(tracker, file, { kind: 'app-secret', name: read.name, span: read.span });
}

/** What the platform calls the secret in its requests, also as SDKs write it. */
function isNamedSecret({ program }: Tracker, key: string): boolean {
  const plain = (name: string): string => name.replaceAll('_', '').toLowerCase();
  return program.catalog.platform.requests.besideAppKey.some(
    (name) => /secret/i.test(name) && plain(name) === plain(key),
  );
}

/** The same in a text: `…&app_secret=${process.env.S}`. */
export function secretBehindText(
  tracker: Tracker,
  file: string,
  before: Expression | undefined,
  value: Expression,
): TaintValue {
  const key = before?.kind === 'text' ? /[?&\s]?(\w+)=$/.exec(before.text)?.[1] : undefined;
  return key === undefined ? untainted : secretUnder(tracker, file, key, value);
}

/** Whether a file asks for such a variable by its name. */
export function asksForSecret(catalog: Catalog, { accesses, signs }: FileFacts): boolean {
  return accesses.some(
    ({ value }) => value.kind === 'member' && secretBehind(catalog, value.name, signs) !== null,
  );
}

/** Names for names of a variable are rare; a ring of them must end. */
const nameLimit = 4;

function environmentRead(facts: FileFacts, value: Expression, depth = 0): Member | null {
  if (depth > nameLimit) return null;
  switch (value.kind) {
    case 'member':
      return /^env$/i.test(nameOf(facts, value.object)) ? value : null;
    case 'fallback':
      return environmentRead(facts, value.value, depth + 1);
    case 'name': {
      const bound = facts.bindings[value.binding];
      if (bound === undefined || bound.value === null || bound.writes.length > 0) return null;
      return environmentRead(facts, bound.value, depth + 1);
    }
    default:
      return null;
  }
}

/** The last name of an object: `env` of `process.env`, `config` of an imported `config`. */
function nameOf({ bindings }: FileFacts, object: Expression): string {
  switch (object.kind) {
    case 'member':
    case 'import':
    case 'global':
      return object.name;
    case 'name':
      return bindings[object.binding]?.name ?? '';
    default:
      return '';
  }
}

interface Found {
  readonly kind: SecretKind;
  readonly name: string;
  readonly span: Span;
}

function secret(tracker: Tracker, file: string, { kind, name, span }: Found): TaintValue {
  noteSecretIn(tracker, file);
  const place = placeOfSpan(tracker, file, span);
  return ofPaths([sourcePath({ kind: 'secret', secret: kind, name, place })]);
}
