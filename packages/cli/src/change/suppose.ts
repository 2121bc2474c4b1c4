import { forwardSlashes } from '@leastscope/analyzer/disk';
import type { Analysis, AnalyzeRequest, Declaration, FileSystem } from '@leastscope/analyzer';
import { purposesOfFile } from '@leastscope/analyzer';
import { findEndpoints, intendedEndpoints, nearestName, type HttpMethod } from '@leastscope/scope-catalog';
import { posix } from 'node:path';
import { Misuse } from '../host/misuse.js';

/** What somebody asks about, as given. */
export interface Wishes {
  /** Scopes, files, folders and purposes. */
  readonly drop: readonly string[];
  /** Endpoints: `GET /order/202507/orders`. */
  readonly add: readonly string[];
}

export interface Supposed {
  /** What the engine is to be asked then. */
  readonly wished: AnalyzeRequest;
  /** What was supposed, in words, one a wish. */
  readonly says: readonly string[];
}

/** The same question to the engine as if the wishes had come true. A wish that means nothing here is a misuse. */
export function suppose(
  request: AnalyzeRequest,
  now: Analysis,
  { drop, add }: Wishes,
  cwd: string,
): Supposed {
  const steps: readonly Step[] = [
    ...drop.map(
      (given): Step =>
        (state) =>
          dropFrom(state, given, now, cwd),
    ),
    ...add.map(
      (given): Step =>
        (state) =>
          addTo(state, given),
    ),
  ];
  return steps.reduce<Supposed>((state, step) => step(state), { wished: request, says: [] });
}

type Step = (state: Supposed) => Supposed;

function dropFrom(state: Supposed, given: string, now: Analysis, cwd: string): Supposed {
  const { wished } = state;
  const declaration = declarationOf(wished);
  if (declaration.requestedScopes.some(({ value }) => value === given)) {
    const requestedScopes = declaration.requestedScopes.filter(({ value }) => value !== given);
    return and(
      state,
      { ...wished, declaration: { ...declaration, requestedScopes } },
      `\`${given}\` is not requested`,
    );
  }
  if (declaration.purposes.some(({ id }) => id === given)) return dropPurpose(state, given, now);
  const path = posix.resolve(cwd, forwardSlashes(given));
  if (wished.files.fileExists(path) || wished.files.directoryExists(path))
    return and(
      state,
      { ...wished, files: withoutFiles(wished.files, (file) => isIn(file, path)) },
      `${given} is gone`,
    );
  throw new Misuse(`--drop: ${sorry(given, declaration, wished)}`);
}

function sorry(
  given: string,
  { requestedScopes, purposes }: Declaration,
  { catalog }: AnalyzeRequest,
): string {
  if (catalog.scopeByKey.has(given)) return `${given} is not requested, so there is nothing to drop`;
  const names = [...requestedScopes.map(({ value }) => value), ...purposes.map(({ id }) => id)];
  const nearest = nearestName(names, given);
  return `there is no requested scope, purpose, file or folder ${given}${nearest === null ? '' : `; did you mean ${nearest}?`}`;
}

/** With the files whose calls all belong to it alone: nobody gives up a purpose and keeps its code. */
function dropPurpose(state: Supposed, id: string, { needs, directives }: Analysis): Supposed {
  const { wished } = state;
  const declaration = declarationOf(wished);
  const places = [...needs.uses, ...needs.open, ...needs.reads, ...needs.outflows].map(({ place }) => place);
  const kept = new Set(
    places.flatMap(({ file, start }) => {
      const owners = purposesOfFile(file, start.line, declaration, directives);
      return owners.length === 1 && owners[0]?.id === id ? [] : [file];
    }),
  );
  const gone = new Set(places.map(({ file }) => file).filter((file) => !kept.has(file)));
  const root = wished.root;
  const purposes = declaration.purposes.filter((purpose) => purpose.id !== id);
  const files = withoutFiles(wished.files, (path) => gone.has(path.slice(root.length + 1)));
  const along = gone.size === 0 ? '' : `, with ${[...gone].sort().join(', ')}`;
  return and(
    state,
    { ...wished, files, declaration: { ...declaration, purposes } },
    `there is no purpose \`${id}\`${along}`,
  );
}

function addTo(state: Supposed, given: string): Supposed {
  const { wished } = state;
  const declaration = declarationOf(wished);
  const endpoint = endpointOf(given, wished);
  const place = declaration.app.place;
  const manualUsage = [...declaration.manualUsage, { endpoint, purpose: null, where: 'supposed', place }];
  return and(state, { ...wished, declaration: { ...declaration, manualUsage } }, `\`${endpoint}\` is called`);
}

function endpointOf(given: string, { catalog }: AnalyzeRequest): string {
  const [, method = '', path = ''] = /^\s*(GET|POST|PUT|PATCH|DELETE)\s+(\/\S+)\s*$/i.exec(given) ?? [];
  if (path === '')
    throw new Misuse(`--add takes method and path, "GET /order/202507/orders", not "${given}"`);
  const verb = method.toUpperCase() as HttpMethod;
  const found = findEndpoints(catalog, verb, path)?.endpoints[0];
  if (found !== undefined) return `${verb} ${path}`;
  const nearest = intendedEndpoints(catalog, verb, path)[0];
  throw new Misuse(
    `--add: the catalog knows no ${verb} ${path}${nearest === undefined ? '' : `; did you mean ${nearest.id}?`}`,
  );
}

function declarationOf({ declaration }: AnalyzeRequest): Declaration {
  if (declaration !== null) return declaration;
  throw new Misuse('the declaration has mistakes; `leastscope check` lists them');
}

function and({ says }: Supposed, wished: AnalyzeRequest, said: string): Supposed {
  return { wished, says: [...says, said] };
}

function isIn(file: string, path: string): boolean {
  return file === path || file.startsWith(`${path}/`);
}

/** As if some files were not there. */
function withoutFiles(files: FileSystem, isGone: (path: string) => boolean): FileSystem {
  const { readMany, ...rest } = files;
  return {
    ...rest,
    readFile: (path) => (isGone(path) ? null : files.readFile(path)),
    whyUnread: (path) => (isGone(path) ? null : (files.whyUnread?.(path) ?? null)),
    fileExists: (path) => !isGone(path) && files.fileExists(path),
    directoryExists: (path) => !isGone(path) && files.directoryExists(path),
    listFiles: (root) => files.listFiles(root).filter((path) => !isGone(path)),
    // Only listed files are asked for, and those that are gone are not listed.
    ...(readMany === undefined ? {} : { readMany }),
  };
}
