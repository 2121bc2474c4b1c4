import type { RuleInfo } from '@leastscope/analyzer';
import type { Catalog } from '@leastscope/scope-catalog';
import { tierWords } from './describe.js';

/** What can be listed, in the order that lists and searches have. */
export const entryKinds = ['rules', 'scopes', 'endpoints', 'categories', 'purposes', 'webhooks'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One thing that can be explained: plain data for lists and for search. */
export interface Entry {
  readonly kind: EntryKind;
  /** What `explain` takes for it. */
  readonly name: string;
  readonly title: string;
  /** What people look at first: how severe, whose data, which scope. */
  readonly says: string;
}

type Listers = Readonly<
  Record<EntryKind, (rules: readonly RuleInfo[], catalog: Catalog) => readonly Entry[]>
>;

const listers: Listers = {
  rules: (rules) =>
    rules.map(({ id, defaultSeverity, title }) => ({
      kind: 'rules',
      name: id,
      title,
      says: defaultSeverity,
    })),
  scopes: (_, { scopes }) =>
    scopes.map(({ key, title, access }) => ({ kind: 'scopes', name: key, title, says: access })),
  endpoints: (_, { endpoints, legacyEndpoints }) => [
    ...endpoints.map(({ id, title, scopes, scopeConfidence }) => ({
      kind: 'endpoints' as const,
      name: id,
      title,
      says:
        scopes.length > 0
          ? scopes.join(' or ')
          : scopeConfidence === 'not-needed'
            ? 'no scope'
            : 'unknown scope',
    })),
    ...legacyEndpoints.map(({ id, title }) => ({
      kind: 'endpoints' as const,
      name: id,
      title,
      says: 'first generation',
    })),
  ],
  categories: (_, { categories }) =>
    categories.map(({ id, title, tier }) => ({ kind: 'categories', name: id, title, says: tierWords[tier] })),
  purposes: (_, { purposes }) =>
    purposes.map(({ kind, title, access }) => ({
      kind: 'purposes',
      name: kind,
      title,
      says: access.includes('write') ? 'reads and writes' : 'reads',
    })),
  webhooks: (_, { webhooks }) =>
    webhooks.map(({ type, title, event, scopes }) => ({
      kind: 'webhooks',
      name: `webhook ${type}`,
      title: event === '' ? title : `${title} (${event})`,
      says: scopes.length > 0 ? scopes.join(' or ') : 'unknown scope',
    })),
};

/** Everything of one kind, in the catalog's order. */
export function entriesOf(kind: EntryKind, rules: readonly RuleInfo[], catalog: Catalog): readonly Entry[] {
  return listers[kind](rules, catalog);
}

/** Everything whose name, title or description holds all words that were asked for. */
export function searchEntries(topic: string, rules: readonly RuleInfo[], catalog: Catalog): readonly Entry[] {
  const words = topic
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  if (words.every((word) => word.length < 3)) return [];
  return entryKinds
    .flatMap((kind) => entriesOf(kind, rules, catalog))
    .filter(({ name, title, says }) => {
      const text = `${name} ${title} ${says}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
}
