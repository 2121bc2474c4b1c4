import { resolveEndpoint, type Needs, type OpenCall, type UnreadFile, type Use } from '@leastscope/analyzer';
import type { Catalog } from '@leastscope/scope-catalog';
import { at } from '../../text/at.js';
import { visible } from '../../text/visible.js';
import { count } from '../../text/words.js';

/** Of what could not be decided, so many are named here; `uses` has them all. */
const mostNamed = 10;

/** What the file is, and what of the code it does not speak for. */
export function headerLines(
  { uses, coverage, open, gaps, unread }: Needs,
  catalog: Catalog,
): readonly string[] {
  const none = coverage.resolved + coverage.open === 0 ? ['# No TikTok Shop API calls were found here.'] : [];
  return [
    '# What this app is, and why it needs the data it asks for. Checked by `leastscope check`.',
    ...openLines(open),
    ...none,
    ...unreadLines(unread),
    ...gapLines(gaps),
    ...firstGeneration(uses, catalog),
    '',
  ];
}

function openLines(open: readonly OpenCall[]): readonly string[] {
  if (open.length === 0) return [];
  const whose = open.length === 1 ? 'its scope may be' : 'their scopes may be';
  return [
    `# ${count(open.length, 'call')} could not be decided; ${whose} missing here:`,
    ...named(open.map(({ place, reason }) => visible(`${at(place)}: ${reason}`))),
  ];
}

/** Whatever these call, nothing below speaks for it. */
function unreadLines(unread: readonly UnreadFile[]): readonly string[] {
  if (unread.length === 0) return [];
  const whose = unread.length === 1 ? 'what it needs is' : 'what they need is';
  return [
    `# ${count(unread.length, 'file')} could not be read; ${whose} missing here:`,
    ...named(unread.map(({ file, reason }) => visible(`${file}: ${reason}`))),
  ];
}

/** Calls whose scope is missing from the list, because the catalog does not know it. */
function gapLines(gaps: readonly Use[]): readonly string[] {
  if (gaps.length === 0) return [];
  const [verb, whose] =
    gaps.length === 1 ? ['goes to an endpoint', 'its scope is'] : ['go to endpoints', 'their scopes are'];
  return [
    `# ${count(gaps.length, 'call')} ${verb} whose scope the catalog does not know; ${whose} missing here:`,
    ...gaps.map((use) => `#   ${describe(use)}`),
  ];
}

/** Their scopes below are those of what replaced them. */
function firstGeneration(uses: readonly Use[], catalog: Catalog): readonly string[] {
  const legacy = uses.flatMap((use): readonly string[] => {
    const { legacy: row } = resolveEndpoint(catalog, use);
    if (row === null) return [];
    const now = row.replacement === null ? 'nothing known replaces it' : `now ${row.replacement}`;
    return [visible(`${row.id} (${at(use.place)}): ${now}`)];
  });
  if (legacy.length === 0) return [];
  const verb = legacy.length === 1 ? 'is' : 'are';
  return [
    `# ${count(legacy.length, 'call')} ${verb} of the first generation, which the platform has closed; scopes and purposes are those of what replaced it:`,
    ...named(legacy),
  ];
}

function named(lines: readonly string[]): readonly string[] {
  const left = lines.length - mostNamed;
  return [
    ...lines.slice(0, mostNamed).map((line) => `#   ${line}`),
    ...(left > 0 ? [`#   and ${String(left)} more; \`leastscope uses\` lists them.`] : []),
  ];
}

export function describe({ endpoint, method, path, place }: Use): string {
  return visible(`${endpoint ?? `${method} ${path}`} (${place.file}:${place.start.line})`);
}
