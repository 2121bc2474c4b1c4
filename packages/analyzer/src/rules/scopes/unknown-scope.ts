import { nearestScope } from '@leastscope/scope-catalog';
import type { Catalog } from '@leastscope/scope-catalog';
import type { Place } from '../../model/place.js';
import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';

type MessageId = 'alias' | 'near' | 'begins' | 'allBegin' | 'newer' | 'none';

const why = 'A key that the platform does not know opens nothing, and nothing can be said of what it is for.';
const help =
  'Correct the key. If the platform has it and it is newer than this catalog, except it in the declaration.';

export const unknownScope = defineRule<MessageId>({
  id: 'unknown-scope',
  meta: {
    title: 'A scope key is unknown to this catalog.',
    defaultSeverity: 'error',
    horizon: 'file',
    why: 'Scope keys are easily misspelt, and some are spelt oddly by the platform itself (`serller.product.optimize`). A key that the catalog lacks may also be newer than the catalog: one that is written as keys are, and is like none of them, is a warning only.',
    fix: 'Correct the key to the one that the message names. If Manage API shows the key as it is written, except it in the declaration until the catalog has it.',
  },
  messages: {
    alias: {
      message:
        '`{{scope}}` is unknown to this catalog. Did you mean `{{nearest}}`? That is the platform’s own spelling.',
      why: '{{reason}}',
      help: 'Write `{{nearest}}`.',
    },
    near: { message: '`{{scope}}` is unknown to this catalog. Did you mean `{{nearest}}`?', why, help },
    begins: {
      message: '`{{scope}}` is unknown to this catalog. It is the beginning of {{keys:or}}.',
      why,
      help: 'Write the whole key, as Manage API shows it.',
    },
    allBegin: {
      message: '{{scopes}} are unknown to this catalog: they are beginnings of keys, such as {{keys}}.',
      why,
      help: 'Write whole keys, as Manage API shows them.',
    },
    newer: {
      message:
        '`{{scope}}` is not in this catalog, and may be newer than it: scopes are listed completely until {{listed}}.',
      why,
      help: 'Compare it with Manage API. If it is right, update the catalog, or except the key in the declaration until then.',
    },
    none: {
      message: '`{{scope}}` is unknown to this catalog, and no key in it is similar.',
      why,
      help: 'Write the key as Manage API shows it. If the platform has it and it is newer than this catalog, except it in the declaration.',
    },
  },
  check: ({ needs, declaration, catalog }) => [
    ...(declaration?.requestedScopes ?? []).flatMap(({ value, place }) => judge(catalog, value, place)),
    ...listsJoined(needs.scopeMentions.flatMap(({ scope, place }) => judge(catalog, scope, place))),
  ],
});

/** Whoever writes a list of beginnings has one thing to correct: the list. Its places follow each other, line by line. */
function listsJoined(reports: readonly Report<MessageId>[]): readonly Report<MessageId>[] {
  const lists: Report<MessageId>[][] = [];
  for (const report of reports) {
    const list = lists.at(-1);
    if (list !== undefined && goesOn(list.at(-1), report)) list.push(report);
    else lists.push([report]);
  }
  return lists.flatMap(joined);
}

function goesOn(before: Report<MessageId> | undefined, next: Report<MessageId>): boolean {
  if (before?.message !== 'begins' || next.message !== 'begins') return false;
  const { file, end } = before.place;
  return file === next.place.file && next.place.start.line - end.line <= 1;
}

function joined(list: readonly Report<MessageId>[]): readonly Report<MessageId>[] {
  const [first, ...others] = list;
  if (first === undefined || others.length === 0) return list;
  return [
    {
      message: 'allBegin',
      data: {
        scopes: list.flatMap(({ data }) => data['scope'] ?? []),
        keys: list.flatMap(({ data }) => data['keys']?.[0] ?? []),
      },
      place: first.place,
      points: list.map(({ data, place }) => ({ scopes: [String(data['scope'])], place })),
      related: others.map(({ data, place }) => ({
        place,
        note: `\`${String(data['scope'])}\` is in the same list`,
      })),
    },
  ];
}

function judge(catalog: Catalog, scope: string, place: Place): readonly Report<MessageId>[] {
  if (catalog.scopeByKey.has(scope)) return [];
  const alias = catalog.scopeAliases.find((known) => known.alias === scope);
  if (alias !== undefined) {
    return [{ message: 'alias', data: { scope, nearest: alias.key, reason: alias.reason }, place }];
  }
  const nearest = nearestScope(catalog, scope);
  const keys = nearest === null ? keysBeginning(catalog, scope) : [];
  if (keys.length > 0) return [{ message: 'begins', data: { scope, keys }, place }];
  if (nearest === null && looksLikeKey(catalog, scope))
    return [{ message: 'newer', data: { scope, listed: catalog.listed }, place, atMost: 'warning' }];
  if (nearest === null) return [{ message: 'none', data: { scope }, place }];
  return [{ message: 'near', data: { scope, nearest }, place }];
}

/** Written as keys are, and begun as some key is: the platform may have got it after the catalog's last complete listing. */
function looksLikeKey(catalog: Catalog, scope: string): boolean {
  if (!/^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+$/.test(scope)) return false;
  const begin = scope.slice(0, scope.indexOf('.') + 1);
  return [...catalog.scopeByKey.keys()].some((key) => key.startsWith(begin));
}

/** Keys that begin with all words of what was written, in the catalog's order: it has few of each. */
function keysBeginning(catalog: Catalog, scope: string): readonly string[] {
  const words = scope.trim().replace(/\.$/, '').toLowerCase();
  // `seller` alone begins too many to help anybody.
  if (!words.includes('.')) return [];
  return [...catalog.scopeByKey.keys()].filter((key) => key.startsWith(`${words}.`)).sort();
}
