import type { Catalog } from '@leastscope/scope-catalog';
import { nameOfValue } from '../../lookups/name-of-value.js';
import { namesSubject } from '../../lookups/names-subject.js';
import { isTypeOfEvent } from '../../lookups/type-of-event.js';
import { webhookTypesNamed } from '../../lookups/webhook-types-named.js';
import type { Expression, FileFacts, Test } from '../../model/facts.js';
import type { Program } from '../../model/program.js';

/** What is taken for given: a webhook of a type, one of none that is asked for, or nothing of the kind. */
export type Given = { readonly type: number } | 'another-type' | 'no-webhook';

/** Where a condition is asked, and what for: whether a branch is taken, or whether an exit is. */
export interface Asked {
  readonly program: Program;
  readonly catalog: Catalog;
  readonly facts: FileFacts;
  readonly given: Given;
  readonly of: 'branch' | 'exit';
}

/** Whether a condition holds of a genuine webhook: it does, it does not, or (null) that is not known. */
export function testHolds(asked: Asked, test: Test): boolean | null {
  switch (test.kind) {
    case 'equals':
      return equals(asked, test);
    case 'there':
      return isThere(asked, test.value);
    case 'not':
      return opposite(testHolds(asked, test.of));
    case 'all':
      return allHold(test.of.map((one) => testHolds(asked, one)));
    case 'any':
      return opposite(allHold(test.of.map((one) => opposite(testHolds(asked, one)))));
    case 'failure':
      // Anything may fail; an exit that only a failure leads to is no plan.
      return asked.of === 'exit' ? false : null;
    case 'unknown':
      return null;
  }
}

/** All of some hold; with one that surely does not, they do not. */
export function allHold(all: readonly (boolean | null)[]): boolean | null {
  if (all.includes(false)) return false;
  return all.includes(null) ? null : true;
}

function opposite(holds: boolean | null): boolean | null {
  return holds === null ? null : !holds;
}

function equals(asked: Asked, { value, to }: Extract<Test, { kind: 'equals' }>): boolean | null {
  const { facts } = asked;
  const [only] = to;
  // `6 === message.type`
  if (value.kind === 'text' && to.length === 1 && only !== undefined && only.kind !== 'text')
    return equals(asked, { kind: 'equals', value: only, to: [value] });
  if (isTypeOfEvent(facts, value, asked.catalog.platform.webhooks.type) && mayBeOfMessage(facts, value))
    return isType(asked, to) ?? sameText(asked, value, to);
  const names = [value, ...to].map((one) => nameOfValue(facts, one) ?? '');
  if (names[0] === 'method')
    return to.some((one) => one.kind === 'text' && one.text.toUpperCase() === 'POST');
  if (names.some((name) => /sign|hmac|digest/i.test(name))) return true;
  return sameText(asked, value, to);
}

/** Calls that give a row of a store: its type is none of a webhook. */
const lookUps = /\.(?:find\w*|query\w*|select\w*|getOne\w*|getMany\w*|first\w*)$/;

/** Whether a type may be that of the message: it is no constant, and no column of a row that was looked up. */
function mayBeOfMessage(facts: FileFacts, value: Expression, depth = 0): boolean {
  if (depth > 8) return false;
  switch (value.kind) {
    case 'member':
      return mayBeOfMessage(facts, value.object, depth + 1);
    case 'name': {
      const bound = facts.bindings[value.binding];
      const writes = (bound?.writes ?? []).filter(({ path }) => path.length === 0);
      const given = [bound?.value ?? null, ...writes.map((write) => write.value)];
      return given.every((one) => one === null || mayBeOfMessage(facts, one, depth + 1));
    }
    case 'call': {
      const call = facts.calls[value.call];
      return call !== undefined && !lookUps.test(call.calleeText);
    }
    default:
      return value.kind !== 'text';
  }
}

/** Constants on both sides. */
function sameText({ program, facts }: Asked, value: Expression, to: readonly Expression[]): boolean | null {
  const left = constantOf(program, facts, value);
  const right = to.map((one) => constantOf(program, facts, one));
  if (left === null || right.includes(null)) return null;
  return right.includes(left);
}

function constantOf(program: Program, { file }: FileFacts, value: Expression): string | null {
  if (value.kind === 'text') return value.text;
  if (value.kind !== 'name') return null;
  const texts = program.textsOf(file, null, value);
  return texts?.length === 1 ? (texts[0] ?? null) : null;
}

function isType({ program, catalog, facts, given }: Asked, to: readonly Expression[]): boolean | null {
  if (given === 'no-webhook') return null;
  const each = to.map((one) => {
    const texts = program.textsOf(facts.file, null, one);
    if (texts === null || texts.length === 0) return null;
    if (given === 'another-type') return false;
    const isNamed = texts.map((text) => webhookTypesNamed(catalog, [text]).includes(given.type));
    return isNamed.every((is) => is === isNamed[0]) ? (isNamed[0] ?? null) : null;
  });
  if (each.includes(true)) return true;
  return each.includes(null) ? null : false;
}

/** What a webhook brings at all. */
const input = /^(?:type|payload|body|event|message|raw\w*)$/i;

function isThere({ catalog, facts, of }: Asked, value: Expression): boolean | null {
  const genuine = isGenuine(facts, value);
  if (genuine !== null) return genuine;
  const name = nameOfValue(facts, value);
  // Without the shop there is nobody to delete for. What asks so around a deletion may ask for more.
  return of === 'exit' && name !== null && (input.test(name) || namesSubject(catalog, name)) ? true : null;
}

/** `isValidSignature(request)`, and a name that stands for its answer. */
function isGenuine(facts: FileFacts, value: Expression): boolean | null {
  const bound = value.kind === 'name' ? facts.bindings[value.binding]?.value : value;
  const text = bound?.kind === 'call' ? facts.calls[bound.call]?.calleeText : undefined;
  if (text === undefined || !/verif|valid|signature|hmac|timingSafeEqual/i.test(text)) return null;
  return !/invalid|unverif|notvalid|bad|wrong|fail/i.test(text);
}
