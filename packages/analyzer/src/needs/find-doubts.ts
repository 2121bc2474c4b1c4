import type { Catalog, ScopeKey } from '@leastscope/scope-catalog';
import { resolveEndpoint } from '../lookups/resolve-endpoint.js';
import type { Declaration } from '../model/declaration.js';
import type { Doubt, OpenCall, PathMention, UnreadFile, Use } from '../model/needs.js';
import { demandsOfManualUse } from './find-demands.js';
import { isWithin, reachOfModule, reachOfOpenCall } from './could-need.js';
import type { Reach } from './could-need.js';

/** Everything that stayed open, and which scopes it could need. */
export interface OpenThing extends Doubt {
  readonly reach: Reach;
}

export interface OpenInput {
  readonly catalog: Catalog;
  /** Null: none could say what else is needed. */
  readonly declaration: Declaration | null;
  /** Counted uses whose method or path stayed open between endpoints. */
  readonly possible: readonly Use[];
  readonly open: readonly OpenCall[];
  readonly gaps: readonly Use[];
  readonly unread: readonly UnreadFile[];
  /** Paths in texts that no call is seen to ask for. */
  readonly mentions: readonly PathMention[];
}

/** Collects what could need a scope although nothing is seen to: the reason why a removal is not certain. */
export function findOpenThings(input: OpenInput): readonly OpenThing[] {
  return [
    ...input.open.map((call) => ({
      what: 'an open call could need it',
      place: call.place,
      reach: reachOfOpenCall(input.catalog, call),
    })),
    ...input.possible.map((use) => ({
      what: 'a call that stayed open between several endpoints could need it',
      place: use.place,
      reach: reachOfUse(input.catalog, use),
    })),
    ...input.gaps.map((use) => ({
      what: `the catalog does not know the scope of \`${use.method} ${use.path.trim()}\``,
      place: use.place,
      reach: reachOfModule(input.catalog, use.path),
    })),
    ...input.unread.map((file) => ({
      what: `\`${file.file}\` could not be read`,
      place: file.place,
      reach: 'any' as const,
    })),
    ...input.mentions.map((mention) => openMention(input.catalog, mention)),
    ...(input.declaration === null ? [] : openInDeclaration(input.catalog, input.declaration)),
  ];
}

/** A path that stands in the code is there for something, also where nothing is seen to take it. */
function openMention(catalog: Catalog, { endpoints, place }: PathMention): OpenThing {
  const named = catalog.endpoints.filter(({ id }) => endpoints.includes(id));
  const what = `\`${named[0]?.path ?? ''}\` stands in the code, and no call with it is seen`;
  return { what, place, reach: new Set(named.flatMap(({ scopes }) => scopes)) };
}

function openInDeclaration(catalog: Catalog, declaration: Declaration): readonly OpenThing[] {
  return [
    ...openWebhooks(catalog, declaration),
    ...openManualUses(catalog, declaration),
    ...unreadSections(declaration),
  ];
}

/** What is known to come near the scope first; what could need anything tells least. */
export function doubtsAbout(scope: ScopeKey, things: readonly OpenThing[]): readonly Doubt[] {
  const within = things.filter((thing) => isWithin(thing.reach, scope));
  return [
    ...within.filter(({ reach }) => reach !== 'any'),
    ...within.filter(({ reach }) => reach === 'any'),
  ].map(({ what, place }) => ({ what, place }));
}

function reachOfUse(catalog: Catalog, use: Use): Reach {
  return new Set(resolveEndpoint(catalog, use).endpoint?.scopes ?? []);
}

/** A manual use whose scope the catalog does not know is a gap like any other. */
function openManualUses(catalog: Catalog, declaration: Declaration): readonly OpenThing[] {
  const known = new Set(demandsOfManualUse(catalog, declaration).map(({ manual }) => manual));
  return declaration.manualUsage
    .filter((manual) => !known.has(manual))
    .map(({ endpoint, place }) => ({
      what: `the catalog does not know the scope of \`${endpoint}\``,
      place,
      reach: reachOfModule(catalog, endpoint.split(/\s+/)[1] ?? ''),
    }));
}

/** What could not be read from the declaration may be what needs the scope. */
function unreadSections({ incomplete }: Declaration): readonly OpenThing[] {
  return ['manualUsage', 'webhooks']
    .filter((section) => incomplete.includes(section))
    .map((section) => ({
      what: `\`${section}\` of the declaration could not be read in full`,
      place: null,
      reach: 'any' as const,
    }));
}

/** Topics whose scope the platform does not state: our reading of it is enough for a doubt, never for a claim. */
function openWebhooks(catalog: Catalog, declaration: Declaration): readonly OpenThing[] {
  return declaration.webhooks.flatMap(({ value, place }): readonly OpenThing[] => {
    const webhook = catalog.webhookByType.get(value);
    if (webhook === undefined) {
      return [{ what: `webhook ${value} is unknown to this catalog`, place, reach: 'any' as const }];
    }
    const stated =
      webhook.scopes.length > 0 ? webhook.scopes : [webhook.likelyScope].filter((key) => key !== null);
    const what = `webhook ${value} probably needs it, though the platform does not say so`;
    return stated.length === 0 ? [] : [{ what, place, reach: new Set(stated) }];
  });
}
