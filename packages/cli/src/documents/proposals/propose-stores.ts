import { compareText, isOwnNetwork, ownerOf, personalIn } from '@leastscope/analyzer';
import type { Outflow } from '@leastscope/analyzer';
import type { Catalog, CategoryId } from '@leastscope/scope-catalog';
import { at } from '../../text/at.js';

/** A store that the code is seen to keep personal data in. */
export interface ProposedStore {
  readonly id: string;
  readonly holds: readonly CategoryId[];
  /** The first statement that keeps some: `prisma.order.create (src/pull.ts:9)`. */
  readonly seen: string;
}

/** Somebody whom the code is seen to hand personal data to. */
export interface ProposedRecipient {
  readonly id: string;
  /** The host, or the service whose library is called. */
  readonly name: string;
  readonly seen: string;
}

/** One for each sort of store that takes data to keep: which it is and where it runs, no code tells. Sorted. */
export function proposeStores(outflows: readonly Outflow[], catalog: Catalog): readonly ProposedStore[] {
  const stores = new Map<string, { holds: Set<CategoryId>; seen: string }>();
  for (const outflow of outflows.filter(({ to, isBeyondImports }) => to === 'stored' && !isBeyondImports)) {
    const personal = personalIn(catalog, outflow.part).map(({ category }) => category);
    if (personal.length === 0) continue;
    const id = nameOfStore(outflow.sink);
    const store = stores.get(id) ?? { holds: new Set(), seen: seenAt(outflow) };
    for (const category of personal) store.holds.add(category);
    stores.set(id, store);
  }
  return [...stores]
    .map(([id, { holds, seen }]) => ({ id, holds: [...holds].sort(compareText), seen }))
    .sort((a, b) => compareText(a.id, b.id));
}

/** Hosts of the platform and of the own network are nobody else. Sorted. */
export function proposeRecipients(
  outflows: readonly Outflow[],
  catalog: Catalog,
): readonly ProposedRecipient[] {
  const platform = new Set(catalog.hosts.map(({ host }) => host));
  const found = new Map<string, ProposedRecipient>();
  for (const outflow of outflows.filter(({ to, isBeyondImports }) => to === 'sent' && !isBeyondImports)) {
    const { recipient } = outflow;
    if (recipient === null || platform.has(recipient) || isOwnNetwork(recipient)) continue;
    if (personalIn(catalog, outflow.part).length === 0 || found.has(recipient)) continue;
    found.set(recipient, { id: idOf(ownerOf(recipient)), name: recipient, seen: seenAt(outflow) });
  }
  return [...found.values()].sort((a, b) => compareText(a.name, b.name));
}

/** What names of sinks tell of where data is kept; most are statements to a database. */
const places: readonly (readonly [string, RegExp])[] = [
  ['files', /^(?:\w+\.)*(?:fs\b|writeFile|appendFile|createWriteStream|outputFile|writeJson)/],
  ['cache', /redis|memcache|\bcache\b|\bkv\b/i],
  ['object-store', /\bs3\b|bucket|PutObject|\bblob\b|\bput\b.*blob/i],
  ['browser', /localStorage|sessionStorage|indexedDB/],
];

function nameOfStore(sink: string): string {
  return places.find(([, names]) => names.test(sink))?.[0] ?? 'database';
}

function idOf(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}_]+/gu, '-').toLowerCase();
}

function seenAt({ sink, takenAt }: Outflow): string {
  return `${sink} (${at(takenAt)})`;
}
