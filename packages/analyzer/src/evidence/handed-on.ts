import { callsIn, reachedBy, type FunctionAt } from '../dataflow/deletion/reached-functions.js';
import { placeAt } from '../dataflow/deletion/deletion-effects.js';
import { sinkOf } from '../dataflow/hits/sink-of.js';
import type { CallFact, Expression } from '../model/facts.js';
import type { RelatedPlace } from '../model/place.js';
import type { CallSite } from '../model/program.js';
import type { EvidenceContext } from './evidence-context.js';
import { kindOfPackage } from './store-kinds.js';

/** Names of jobs, procedures and addresses that are about the end of an authorization. */
const erasing =
  /delet|eras|purge|remov|forget|wipe|clean|redact|gdpr|deauthor|unauthor|uninstall|withdraw|revok|offboard|disconnect/i;

/** Where a handler leaves the deletion to a queue, another service or a procedure of the database. */
export function handedOn(context: EvidenceContext, handler: FunctionAt): readonly RelatedPlace[] {
  const { program } = context;
  return reachedBy(program, handler).flatMap((at) =>
    callsIn(program, at).flatMap(([site, call]) =>
      isHandingOn(context, site, call)
        ? [{ place: placeAt(program, site), note: `\`${call.calleeText}\` hands the deletion on` }]
        : [],
    ),
  );
}

function isHandingOn({ program, catalog }: EvidenceContext, site: CallSite, call: CallFact): boolean {
  const callees = program.callees(site);
  const named = (): boolean => call.args.some(({ value }) => erasing.test(textIn(value, 0)));
  if (callees.request !== null && program.uses(site).length === 0)
    return named() || /\.delete$/i.test(call.calleeText);
  const sink = sinkOf(catalog, callees, call);
  if (sink?.kind !== 'store') return false;
  if (sink.statement === 'sql') return call.args.some(({ value }) => /^\s*call\s/i.test(textIn(value, 0)));
  if (call.callee.kind === 'member' && call.callee.name === 'rpc') return named();
  const origin = callees.externals[0]?.package ?? sink.package;
  return kindOfPackage(origin, call.calleeText) === 'queue' && (named() || erasing.test(call.calleeText));
}

/** The fixed texts in a value, one behind the other. */
function textIn(value: Expression, depth: number): string {
  if (depth > 4) return '';
  if (value.kind === 'text') return value.text;
  if (value.kind === 'concat') return value.parts.map((part) => textIn(part, depth + 1)).join(' ');
  if (value.kind !== 'object') return '';
  return value.entries.map((entry) => textIn(entry.value, depth + 1)).join(' ');
}
