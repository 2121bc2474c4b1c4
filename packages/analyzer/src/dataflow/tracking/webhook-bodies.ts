import type { Catalog } from '@leastscope/scope-catalog';
import type { CallFact, Expression, FileFacts, Span } from '../../model/facts.js';
import { sourcePath } from '../domain/access-path.js';
import { factsOf, type Tracker } from '../domain/tracker.js';
import { ofPaths, untainted, type TaintValue } from '../domain/taint-value.js';
import { placeOfSpan } from './place-of-span.js';

/** Names under which frameworks keep the body of a request. */
const bodyNames = new Set(['body', 'rawBody']);
/** Methods of a request that give its body. */
const bodyMethods = new Set(['json', 'text', 'arrayBuffer']);
/** Functions of h3 that read it. */
const bodyReaders = new Set(['readBody', 'readRawBody', 'readValidatedBody']);

type Member = Extract<Expression, { kind: 'member' }>;

const known = new WeakMap<FileFacts, boolean>();

/** Whether a file asks something for what every webhook of the platform has. Elsewhere a body is nobody's payload. */
export function mayTakeWebhook({ platform }: Catalog, facts: FileFacts): boolean {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const names = new Set(facts.accesses.map(({ value }) => (value.kind === 'member' ? value.name : '')));
  const { type, besideType } = platform.webhooks;
  const found = names.has(type) && besideType.some((name) => names.has(name));
  known.set(facts, found);
  return found;
}

/** `req.body`, where `req` is what a framework hands a handler. */
export function bodyOfMember(tracker: Tracker, file: string, member: Member): TaintValue {
  const facts = factsOf(tracker, file);
  if (facts === null || !bodyNames.has(member.name) || !mayTakeWebhook(tracker.program.catalog, facts))
    return untainted;
  return isHandedIn(facts, member.object) ? payload(tracker, file, firstAsked(facts, member)) : untainted;
}

/** However often a handler asks for the body of one request, it is one body: it stands where it is first asked for. */
function firstAsked({ accesses }: FileFacts, member: Member): Span {
  const root = rootOf(member.object);
  const first = accesses.find(
    ({ value }) => value.kind === 'member' && bodyNames.has(value.name) && rootOf(value.object) === root,
  );
  return first?.value.kind === 'member' ? first.value.span : member.span;
}

function rootOf(expression: Expression): number | null {
  if (expression.kind === 'member') return rootOf(expression.object);
  return expression.kind === 'name' ? expression.binding : null;
}

/** `request.json()`, `readBody(event)`. */
export function bodyOfCall(tracker: Tracker, file: string, call: CallFact): TaintValue {
  const facts = factsOf(tracker, file);
  if (facts === null || !mayTakeWebhook(tracker.program.catalog, facts) || !givesBody(facts, call))
    return untainted;
  return payload(tracker, file, call.span);
}

function givesBody(facts: FileFacts, { callee, calleeText, args }: CallFact): boolean {
  if (callee.kind !== 'member') return bodyReaders.has(calleeText);
  return bodyMethods.has(callee.name) && args.length === 0 && isHandedIn(facts, callee.object);
}

/** A parameter, or something asked of one: `c.req`. */
function isHandedIn(facts: FileFacts, expression: Expression): boolean {
  if (expression.kind === 'parameter') return true;
  if (expression.kind === 'member') return isHandedIn(facts, expression.object);
  const bound = expression.kind === 'name' ? facts.bindings[expression.binding]?.value : null;
  return bound?.kind === 'parameter' || (bound?.kind === 'member' && isHandedIn(facts, bound));
}

function payload(tracker: Tracker, file: string, span: Span): TaintValue {
  const place = placeOfSpan(tracker, file, span);
  return ofPaths([sourcePath({ kind: 'webhook', type: null, place })]);
}
