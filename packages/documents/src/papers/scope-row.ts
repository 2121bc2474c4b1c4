import type { ScopeNeed } from '@leastscope/analyzer';
import type { Cell, Spot } from '../cells/cell.js';
import { contradiction, declared, missing, said, unknown } from '../cells/make-cells.js';
import { entryOf, type Entry } from '../cells/table.js';
import type { Dossier } from '../dossier/dossier.js';
import { inProject } from '../dossier/in-project.js';
import { spotOf } from '../cells/cell.js';
import * as describe from './describe.js';
import { dataCells, delivered, endpointsOf, isOfScope, purposesOfScope } from './scope-data.js';
import { whyNotNarrower } from './narrower.js';

export const scopeColumns = [
  'scope',
  'key',
  'package id',
  'kind',
  'sensitive',
  'approval',
  'state',
  'purposes',
  'why',
  'where to see it',
  'endpoints called',
  'personal data delivered',
  'personal data the code reads',
  'personal data the code stores',
  'personal data the code sends',
  'why no other scope',
  'why no narrower endpoint',
];

export function scopeEntries(key: string, need: ScopeNeed | null, dossier: Dossier): readonly Entry[] {
  return [
    ...catalogEntries(key, dossier),
    state(key, need, dossier),
    ...purposeEntries(key, need, dossier),
    endpoints(need),
    need === null
      ? [nothingCalled]
      : entryOf(delivered(need, dossier), said('none in the catalog', 'catalog')),
    ...dataEntries(need, dossier),
    [need === null ? nothingCalled : said(need.reason.replaceAll('`', ''), 'catalog')],
    need === null ? [nothingCalled] : whyNotNarrower(need, dossier),
  ];
}

const nothingCalled = said('no call needs it', 'code');
const approvals = {
  public: 'none: enabled by ticking it',
  custom: 'applied for, granted case by case',
  unknown: 'not known to the catalog',
};

function catalogEntries(key: string, { catalog }: Dossier): readonly Entry[] {
  const scope = catalog.scopeByKey.get(key);
  const kind = scope?.kind ?? 'unknown';
  return [
    [said(scope?.title ?? `${key}: not known to the catalog`, 'catalog')],
    [said(key, 'catalog')],
    [said(scope?.packageId ?? 'not known to the catalog', 'catalog')],
    [said(kind, 'catalog')],
    [said(scope === undefined ? 'not known to the catalog' : scope.sensitive ? 'yes' : 'no', 'catalog')],
    [said(approvals[kind], 'catalog')],
  ];
}

/** Requested against needed; where they differ, both sides with their places. */
function state(key: string, need: ScopeNeed | null, dossier: Dossier): Entry {
  const isRequested = dossier.claims.requestedScopes.some(({ value }) => value === key);
  const inConsole = consoleState(key, dossier);
  if (inConsole !== null && need === null && !isRequested) return [inConsole];
  const own = requestState(key, need, dossier);
  return inConsole === null ? [own] : [own, inConsole];
}

/** What the saved answer of the console says against the declaration; null where they agree, or none is saved. */
function consoleState(key: string, { claims, enabledScopes }: Dossier): Cell | null {
  const file = claims.console?.scopes ?? null;
  if (claims.console === null || file === null || enabledScopes === null) return null;
  const path = inProject(file, claims);
  const requested = claims.requestedScopes.find(({ value }) => value === key);
  const isEnabled = enabledScopes.includes(key);
  if (isEnabled === (requested !== undefined)) return null;
  const at = [{ file: path, line: 0 }, requested?.place ?? claims.console.place];
  return isEnabled
    ? contradiction(`${path} has ${key} enabled; requestedScopes does not name it`, 'repository', at)
    : contradiction(`requestedScopes names ${key}; ${path} does not have it enabled`, 'declaration', at);
}

function requestState(key: string, need: ScopeNeed | null, dossier: Dossier): Cell {
  const { analysis, broken, claims, unreadable } = dossier;
  const requestedAt = claims.requestedScopes.find(({ value }) => value === key)?.place ?? null;
  const calls = (need?.uses ?? []).map(({ place }) => spotOf(place));
  const isNeeded = need?.state === 'needed';
  if (requestedAt === null && unreadable !== null) return unknown(unreadable, calls);
  if (requestedAt === null && broken.includes('requestedScopes'))
    return unknown('requestedScopes has a mistake; whether it is requested cannot be told', calls);
  if (requestedAt === null)
    return isNeeded
      ? contradiction('the code needs it; requestedScopes does not name it', 'code', calls)
      : unknown('a call that stayed open may need it, and it is not requested', calls);
  if (isNeeded) return said('requested and needed', 'derived', [requestedAt]);
  const isSurelyUnused = analysis.needs.difference?.drop.some(({ scope }) => scope === key) === true;
  return isSurelyUnused
    ? contradiction('requested; no call, webhook or manual use needs it', 'code', [requestedAt])
    : unknown('requested; not seen to be needed, but something open could need it', [requestedAt]);
}

function purposeEntries(key: string, need: ScopeNeed | null, dossier: Dossier): readonly Entry[] {
  const purposes = need === null ? [] : purposesOfScope(need, dossier);
  const places: readonly Spot[] = (need?.uses ?? []).map(({ place }) => spotOf(place));
  const none =
    need === null
      ? nothingCalled
      : missing(`purposes: none covers the calls of ${key}`, describe.who.product, places);
  return [
    entryOf(
      purposes.map(({ id, place }) => said(id, 'declaration', [place])),
      none,
    ),
    entryOf(
      purposes.map(({ place, text }) => said(text, 'declaration', [place])),
      none,
    ),
    entryOf(
      purposes.map(({ id, place, seenAt }) =>
        declared(seenAt, `purposes.${id}.seenAt`, place, describe.who.product),
      ),
      none,
    ),
  ];
}

function endpoints(need: ScopeNeed | null): Entry {
  if (need === null) return [nothingCalled];
  const called = endpointsOf(need).map(([endpoint, at]) => said(endpoint, 'code', at));
  const webhooks = need.webhooks.map((type) => said(`webhook ${type}`, 'declaration'));
  const manual = need.manual.map(({ endpoint, place, where }) =>
    said(`${endpoint} (${where})`, 'declaration', [spotOf(place)]),
  );
  return entryOf([...called, ...webhooks, ...manual], nothingCalled);
}

function dataEntries(need: ScopeNeed | null, dossier: Dossier): readonly Entry[] {
  if (need === null) return [[nothingCalled], [nothingCalled], [nothingCalled]];
  const data = dossier.data.filter((datum) => isOfScope(datum, need));
  const of = (pick: Parameters<typeof dataCells>[1]): Entry =>
    entryOf(dataCells(data, pick), describe.noneSeen(dossier));
  return [
    of(({ reads }) => reads),
    of(({ stored }) => stored),
    of(({ handed, sent }) => [...sent, ...handed]),
  ];
}
