import { groupBy } from '../util/group-by.js';
import type { SeenRecipient } from '../model/evidence.js';
import { sinkOf } from '../dataflow/hits/sink-of.js';
import type { EvidenceContext } from './evidence-context.js';
import { seenDataOf } from './seen-data.js';
import type { Taken } from './taken.js';

type Named = Omit<SeenRecipient, 'received' | 'declaredAs'> & { readonly packages: readonly string[] };

/** Third parties, each once, with all that they are seen to receive. Hosts of the platform are none. */
export function findRecipients(context: EvidenceContext): readonly SeenRecipient[] {
  const platform = new Set(context.catalog.hosts.map(({ host }) => host));
  const sent = context.taken
    .filter((taken) => taken.outflow.to === 'sent' || isTracker(context, taken))
    .map((taken) => ({ taken, named: nameOf(context, taken) }))
    .filter(({ named }) => named.host === null || !platform.has(named.host));
  return [...groupBy(sent, ({ named }) => `${named.by} ${named.name}`).values()].flatMap((group) => {
    const received = seenDataOf(group.map(({ taken }) => taken.outflow));
    const [first] = group;
    if (received.length === 0) return [];
    const { packages, ...named } = first.named;
    const texts = [named.name, ...group.map(({ taken }) => taken.call.calleeText)];
    return [
      { ...named, declaredAs: context.binding.recipient({ texts, packages, host: named.host }), received },
    ];
  });
}

/** What logs to somebody else's service tells that service: Sentry, an analytics package, a pixel. */
function isTracker({ program, catalog }: EvidenceContext, { site, call, outflow }: Taken): boolean {
  return outflow.to === 'logged' && sinkOf(catalog, program.callees(site), call)?.recipient !== undefined;
}

/** A package speaks for its owner; else the address that the request goes to. */
function nameOf({ program, catalog }: EvidenceContext, { site, call, outflow }: Taken): Named {
  const callees = program.callees(site);
  const sink = sinkOf(catalog, callees, call);
  if (sink !== null) {
    const packages = callees.externals.map((one) => one.package).filter((name) => name !== 'global');
    const isNamed = sink.package !== '*' && sink.package !== 'global';
    const name = isNamed ? sink.package : (packages[0] ?? sink.recipient?.name ?? call.calleeText);
    return { name, by: 'package', host: sink.recipient?.domain ?? null, packages: [name, ...packages] };
  }
  const address = outflow.recipient ?? call.calleeText;
  const isHost = address.includes('.') && address === outflow.recipient;
  return {
    name: address,
    by: isHost ? 'host' : 'configured-address',
    host: isHost ? address : null,
    packages: [],
  };
}
