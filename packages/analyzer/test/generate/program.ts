/** A program in the making: what it uses is known, how it is written may change. */
export interface Program {
  readonly language: 'ts' | 'js';
  readonly modules: 'esm' | 'cjs';
  readonly naming: Naming;
  readonly host: HostForm;
  readonly url: UrlForm;
  readonly clients: readonly ClientChain[];
  readonly calls: readonly CallSite[];
  readonly tables: readonly Table[];
  readonly placement: Placement;
  readonly share: Share;
  readonly noise: readonly Noise[];
  /** Functions and classes the other way round. */
  readonly isReversed: boolean;
  /** Call sites take the method from an enum (an object in JavaScript). */
  readonly hasMethodEnum: boolean;
}

export interface EndpointSpec {
  readonly method: string;
  /** The path as the catalog has it, ids as `{name}`. */
  readonly path: string;
}

/** One way to send requests: what sends, and the helpers around it from the inside out. */
export interface ClientChain {
  readonly leaf: Leaf;
  readonly layers: readonly Layer[];
}

export interface CallSite {
  readonly endpoint: EndpointSpec;
  readonly client: number;
  readonly path: PathForm;
  readonly shape: SiteShape;
}

export interface Table {
  readonly rows: readonly EndpointSpec[];
  readonly client: number;
  readonly loop: Loop;
}

/** Which of the program's files a kind of declaration stands in: `null` beside its user. */
export interface Placement {
  readonly constants: 'main' | 'apart';
  readonly helpers: 'main' | 'apart' | 'each';
  /** Number of files that the call sites are spread over. */
  readonly callFiles: number;
}

export const namings = ['plain', 'short', 'odd', 'telling', 'unicode'] as const;
export type Naming = (typeof namings)[number];

export const hostForms = ['literal', 'const', 'env', 'object', 'enum'] as const;
export type HostForm = (typeof hostForms)[number];

export const urlForms = ['template', 'plus', 'concat', 'join', 'url'] as const;
export type UrlForm = (typeof urlForms)[number];

export const leaves = ['fetch', 'axios-verb', 'axios-config', 'axios-instance', 'got', 'ky'] as const;
export type Leaf = (typeof leaves)[number];

export const layers = [
  'function',
  'arrow',
  'path-first',
  'options',
  'destructured',
  'method',
  'verbs',
  'static',
  'subclass',
  'injected',
  'object',
  'factory',
  'curried',
  'bind',
  'retry',
  'rest',
  'by-method',
] as const;
export type Layer = (typeof layers)[number];

export const pathForms = [
  'template',
  'plus',
  'join',
  'base',
  'version',
  'replace',
  'builder',
  'map',
  'append',
  'local',
  'encoded',
  'ternary',
] as const;
export type PathForm = (typeof pathForms)[number];

export const siteShapes = ['function', 'arrow', 'method', 'callback', 'try', 'all'] as const;
export type SiteShape = (typeof siteShapes)[number];

export const loops = ['for-of', 'for-each', 'map', 'tuples', 'keys'] as const;
export type Loop = (typeof loops)[number];

export const shares = [
  'named',
  'aliased',
  'default',
  'namespace',
  'barrel',
  'barrel-names',
  'barrel-twice',
] as const;
export type Share = (typeof shares)[number];

export const noises = [
  'comments',
  'logs',
  'labels',
  'docs',
  'unrelated-file',
  'dead-constants',
  'types',
] as const;
export type Noise = (typeof noises)[number];

/** What the program uses, by construction. */
export function usesOf(program: Program): string[] {
  const endpoints = [
    ...program.calls.map((call) => call.endpoint),
    ...program.tables.flatMap((table) => table.rows),
  ];
  const names = endpoints.map(({ method, path }) => `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`);
  return [...new Set(names)].sort();
}
