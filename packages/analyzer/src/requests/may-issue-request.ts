import type { Catalog } from '@leastscope/scope-catalog';
import type { RequestCandidate } from './request.js';
import type { Value } from '../values/value.js';

export interface GivesQuestion {
  readonly catalog: Catalog;
  readonly isTellTale: (text: string) => boolean;
}

/**
 * Whether an open call of a helper lets another file name an endpoint that names none by itself: the helper sends what it
 * is handed, or it hands its callback a client, a path, or something that may hold one. A helper that only calls its
 * callback (`retry(load)`) adds nothing: whoever hands it a request has that request from elsewhere.
 */
export function mayIssueRequest(ask: GivesQuestion, candidate: RequestCandidate): boolean {
  return candidate.kind !== 'callee' || candidate.passed.some((value) => mayCarry(ask, value, 0));
}

/** Objects within objects deeper than this are taken to hold something. */
const depthLimit = 3;

function mayCarry(ask: GivesQuestion, value: Value, depth: number): boolean {
  switch (value.kind) {
    case 'absent':
    case 'pattern':
    case 'unknown':
      return false;
    case 'text':
      return value.pieces.some((piece) => piece.kind === 'piece' && ask.isTellTale(`'${piece.text}'`));
    case 'object':
      return depth === depthLimit || value.keys().some((key) => anyMayCarry(ask, value.get(key), depth));
    case 'array':
      return depth === depthLimit || value.items().some((item) => anyMayCarry(ask, item, depth));
    case 'external':
      return isClient(ask.catalog, value);
    case 'function':
    case 'class':
    case 'instance':
    case 'module':
    case 'client':
      return true;
  }
}

function anyMayCarry(ask: GivesQuestion, options: readonly { value: Value }[], depth: number): boolean {
  return options.some(({ value }) => mayCarry(ask, value, depth + 1));
}

/** A client of a package, not what it answered. */
function isClient(catalog: Catalog, { package: name, path }: Extract<Value, { kind: 'external' }>): boolean {
  if (name === 'sdk' || catalog.sdkPackages.some((row) => row.package === name)) return true;
  const [head] = path;
  return catalog.httpClients.some(
    (row) =>
      row.package.replace(/^node:/, '') === name.replace(/^node:/, '') &&
      !path.includes('()') &&
      (name !== 'global' || row.export === head),
  );
}
