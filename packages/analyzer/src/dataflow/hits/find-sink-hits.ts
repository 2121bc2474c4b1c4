import { functionKey } from '../domain/tracker.js';
import type { Sink } from '@leastscope/scope-catalog';
import type { CallFact, Span } from '../../model/facts.js';
import type { Callees, CallSite } from '../../model/program.js';
import { isTakenUnseen } from '../tracking/allow-list.js';
import { argumentsOf } from '../tracking/taint-of-call.js';
import { isRegistration } from './answering-functions.js';
import { isInside } from '../../lookups/is-inside.js';
import { isEmpty } from './empty-branches.js';
import { activationAt } from '../tracking/activation-at.js';
import {
  allPaths,
  functionsIn,
  isTainted,
  join,
  joinAll,
  untainted,
  type TaintValue,
} from '../domain/taint-value.js';
import { isWholeResponse, type AccessPath } from '../domain/access-path.js';
import { taintOfFunction } from '../models/function-models.js';
import type { FileContext } from './file-context.js';
import { findReceiverHits } from './find-receiver-hits.js';
import { recipientOfSink } from './recipient-of-sink.js';
import { sinkOf } from './sink-of.js';
import { effectsOfPrepared, effectsOfStatement } from './statement-effects.js';
import { originsByCallers } from './receiver-origins.js';
import { hitsOfEscape } from './find-escape-hits.js';
import { isFollowed } from './is-followed.js';
import { asEscape, hitsAt, taker, type Taker, type FlowHit } from './flow-hit.js';

/** Every place of a file where paths of responses leave the code that is followed. */
export function findSinkHits(context: FileContext): readonly FlowHit[] {
  const facts = context.tracker.program.facts(context.file);
  if (facts === null) return [];
  return [
    ...facts.calls.flatMap((call, index) => hitsOfCall(context, call, index)),
    ...facts.escapes.flatMap((escaped) => hitsOfEscape(context, escaped)),
    ...findReceiverHits(context),
  ].filter((seen) => !isFailure(facts.failures, seen) && !isEmpty(context, facts.emptyBranches, seen));
}

/** What a request answers when it has failed holds nobody's data. */
function isFailure(failures: readonly Span[], { path, span }: FlowHit): boolean {
  if (!isWholeResponse(path) || path.source.kind === 'secret') return false;
  return failures.some((failure) => isInside(span, failure));
}

function hitsOfCall(context: FileContext, call: CallFact, index: number): readonly FlowHit[] {
  const { tracker, file } = context;
  const activation = activationAt(tracker, file, call);
  const given = join(joinAll(argumentsOf(tracker, call, activation)), savedBy(context, call, index));
  const unseen = isTakenUnseen(tracker, call, file) ? takenUnseen(context, call) : [];
  if (unseen.length > 0) return unseen;
  const paths = allPaths(given);
  const handed = givenBack(context, given);
  const back = handed.length > 0 && isRegistration(tracker, file, call, index) ? [] : handed;
  if (paths.length + back.length === 0) return [];
  const out = hitOfCall(context, call, index);
  if (out === null) return [];
  const told = out.to === 'escaped' ? [...paths, ...back] : paths;
  const isAsked = tracker.program.callees({ file, call: index }).request !== null;
  return hitsAt(tracker, file, isAsked ? told.filter(isNoSecret) : told, call.span, out);
}

/** A secret in a request is what the request is signed with, or made for. */
function isNoSecret({ source }: AccessPath): boolean {
  return source.kind !== 'secret';
}

/** `JSON.stringify(order, replacer)`: what is left of it nobody can see. */
function takenUnseen({ tracker, file }: FileContext, call: CallFact): readonly FlowHit[] {
  const [first] = call.args;
  if (first === undefined) return [];
  const paths = allPaths(tracker.evaluate(first.value, activationAt(tracker, file, call)));
  const reason = `which of its properties \`${call.calleeText}\` takes is not known`;
  return hitsAt(tracker, file, paths, call.span, asEscape(call.calleeText, reason));
}

/** `row.save()`: a store takes what its own receiver holds. */
function savedBy({ tracker, catalog, file }: FileContext, call: CallFact, index: number): TaintValue {
  if (call.callee.kind !== 'member') return untainted;
  const self = tracker.evaluate(call.callee.object, activationAt(tracker, file, call));
  if (!isTainted(self)) return untainted;
  const sink = sinkOf(catalog, tracker.program.callees({ file, call: index }), call);
  return sink?.kind === 'store' ? self : untainted;
}

/** What functions that are handed over give back to whoever calls them; of those nobody else calls, it is told there. */
function givenBack({ tracker, called }: FileContext, given: TaintValue): readonly AccessPath[] {
  return functionsIn(given)
    .filter((one) => called.has(functionKey(one.file, one.function)))
    .flatMap((one) => allPaths(tracker.resultOf(one, [])));
}

/** What a call does with what it is handed; null when that is followed, or nothing. */
function hitOfCall(context: FileContext, call: CallFact, index: number): Taker | null {
  const { tracker, file } = context;
  const site = { file, call: index };
  const callees = tracker.program.callees(site);
  const sink = sinkOf(context.catalog, callees, call) ?? sinkByCallers(context, site, call);
  if (sink !== null && !makesStatement(sink, callees, call)) return hitOfSink(context, sink, call);
  if (callees.functions.length === 0 && keepsByStatement(context, call))
    return taker('stored', call.calleeText);
  if (
    callees.externals.some(
      ({ package: name, path }) => name === 'global' && path.join('.') === 'JSON.stringify',
    )
  )
    return taker('serialised', call.calleeText);
  // What a request to the platform carries is its own body.
  if (tracker.program.uses(site).length > 0 || tracker.program.isRequest(site)) return null;
  if (callees.request !== null) return hitOfRequest(callees.request.recipient, call);
  if (isFollowed(context, call, index, callees)) return null;
  if (call.isTag) return asEscape(call.calleeText, 'it is put into a tagged template');
  return asEscape(call.calleeText, `it is handed to \`${call.calleeText}\`, which cannot be seen into`);
}

/** `sql(rows)`, called as a function, makes a part of a statement: the tag that it is put into keeps it. */
function makesStatement({ statement }: Sink, { externals }: Callees, call: CallFact): boolean {
  if (statement !== 'sql' || call.isTag) return false;
  return externals.length > 0 && externals.every((callee) => taintOfFunction(callee, call.isNew) !== null);
}

/** A statement that was prepared from a text says what it does, whosever database it is. */
function keepsByStatement({ tracker, file }: FileContext, call: CallFact): boolean {
  return effectsOfPrepared(tracker.program, file, call)?.includes('store') === true;
}

/** The sink that a call on a parameter is, by what callers hand over. */
function sinkByCallers(
  { tracker, catalog, callers }: FileContext,
  site: CallSite,
  call: CallFact,
): Sink | null {
  if (call.callee.kind !== 'member') return null;
  const externals = originsByCallers({ program: tracker.program, callers: callers() }, site);
  return sinkOf(catalog, { externals, isOpen: false }, call);
}

const destinationOf = { log: 'logged', store: 'stored', respond: 'returned', disclose: 'sent' } as const;

function hitOfSink(context: FileContext, sink: Sink, call: CallFact): Taker | null {
  const { tracker, file } = context;
  if (sink.statement === 'sql') {
    const effects = effectsOfStatement(tracker.program, file, call);
    if (effects === null)
      return asEscape(
        call.calleeText,
        `it is handed to \`${call.calleeText}\` with a statement that is not known`,
      );
    // A value that is handed to a `select` is looked up, not kept.
    if (!effects.includes('store')) return null;
  }
  // What is deleted is named by it, not kept.
  if (sink.kind === 'delete') return null;
  const recipient = sink.kind === 'disclose' ? recipientOfSink(context, sink, call) : null;
  return taker(destinationOf[sink.kind], call.calleeText, recipient);
}

function hitOfRequest(recipient: string | null, call: CallFact): Taker {
  if (recipient !== null) return taker('sent', call.calleeText, recipient);
  return asEscape(call.calleeText, 'it is sent to an address that is not known');
}
