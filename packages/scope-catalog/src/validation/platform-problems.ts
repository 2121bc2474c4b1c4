import { platformPaths } from '../platform-path.js';
import type { CatalogData } from '../types.js';
import type { CatalogProblem } from './problem.js';

/** What is said of the platform as a whole has to fit what the rows say. */
export function platformProblems(data: CatalogData): readonly CatalogProblem[] {
  const broken = brokenPatterns(data);
  return broken.length > 0
    ? broken
    : [...versionsElsewhere(data), ...unknownWithdrawals(data), ...legacyFieldProblems(data)];
}

function brokenPatterns({ platform: { paths, sdk } }: CatalogData): readonly CatalogProblem[] {
  const sources = { beforeVersion: paths.beforeVersion, version: paths.version, apiClass: sdk.apiClass };
  return Object.entries(sources)
    .filter(([, source]) => !isPattern(source))
    .map(([name, source]) => problem(name, `\`${source}\` is no regular expression.`));
}

function isPattern(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}

/** An endpoint whose version is not found where the platform has its versions would never be met in code. */
function versionsElsewhere(data: CatalogData): readonly CatalogProblem[] {
  const { versionIn } = platformPaths(data);
  return data.endpoints
    .filter(({ host, version, path }) => host === 'api' && versionIn(path) !== version)
    .map(({ id, version }) =>
      problem('paths', `${id} has version ${version ?? 'none'}, and its path reads otherwise.`),
    );
}

function unknownWithdrawals({
  platform: { webhooks: marks },
  webhooks,
}: CatalogData): readonly CatalogProblem[] {
  return Object.values(marks.withdrawal)
    .filter((type) => !webhooks.some((row) => row.type === type))
    .map((type) => problem('webhooks', `Webhook ${String(type)} tells of a withdrawal and has no row.`));
}

function legacyFieldProblems({ legacyFields, categories, platform }: CatalogData): readonly CatalogProblem[] {
  const known = new Set(categories.map(({ id }) => id));
  return legacyFields.flatMap(({ path, category, under }) => [
    ...(known.has(category) ? [] : [problem(`legacy field ${path}`, `${category} is no category.`)]),
    ...(under.startsWith(platform.paths.legacyStart)
      ? []
      : [problem(`legacy field ${path}`, `${under} is no path of the first generation.`)]),
  ]);
}

function problem(row: string, message: string): CatalogProblem {
  return { kind: 'platform', row: `platform ${row}`, message };
}
