import type { FileKind, Needs } from '@leastscope/analyzer';

/** The calls, reads and outflows that count: not those in tests, unless asked for. */
export function countedNeeds(needs: Needs, includeTests: boolean): Needs {
  const counts = ({ fileKind }: { readonly fileKind: FileKind }): boolean =>
    includeTests || fileKind !== 'test';
  return {
    ...needs,
    uses: needs.uses.filter(counts),
    open: needs.open.filter(counts),
    unreached: needs.unreached.filter(counts),
    reads: needs.reads.filter(counts),
    outflows: needs.outflows.filter(counts),
  };
}
