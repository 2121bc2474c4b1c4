import type { Catalog } from '@leastscope/scope-catalog';
import type { CallSite } from './call-site.js';
import type { CodePoint, Expression, FileFacts } from './facts.js';
import type { ModuleGraph } from './module-graph.js';
import type { Use } from './needs.js';

export type { CallSite };

/** What a call may call. */
export interface Callees {
  readonly functions: readonly { readonly file: string; readonly function: number }[];
  /** Names of packages and of the runtime: `pino`, `['default', '()', 'info']`. */
  readonly externals: readonly { readonly package: string; readonly path: readonly string[] }[];
  /** A recognised client sends a request; to which host, or by which variable configured, where that is known and not the platform's. */
  readonly request: { readonly recipient: string | null } | null;
  /** Something is called of which nothing is known. */
  readonly isOpen: boolean;
}

export interface ClassRef {
  readonly file: string;
  readonly class: number;
}

/** What the flow room asks of the linked code. Handed in, because rooms do not know each other. */
export interface Program {
  readonly catalog: Catalog;
  readonly modules: ModuleGraph;
  /** Facts of a file; null when it is absent or could not be read. */
  readonly facts: (file: string) => FileFacts | null;
  /** The same, but only of a file that was read already: asking reads nothing. */
  readonly known: (file: string) => FileFacts | null;
  /** The file of the project that an import leads to; null for a package. */
  readonly resolve: (from: string, specifier: string) => string | null;
  /** The uses that stand at a call. */
  readonly uses: (site: CallSite) => readonly Use[];
  /** The call sends a request whose endpoint the callers of its function name. */
  readonly isRequest: (site: CallSite) => boolean;
  /** The calls of a file that do either. */
  readonly asking: (file: string) => readonly CallSite[];
  /** Those of them that `isRequest`. */
  readonly requests: (file: string) => readonly CallSite[];
  /** Answers about files, each kept for as long as the file and those that it imports are as they are: see `perFile`. */
  readonly keepByFile: <T>(ask: (file: string) => T) => (file: string) => T;
  /** Callers of the function around a call name the endpoint that it comes to. */
  readonly isForCaller: (site: CallSite) => boolean;
  readonly callees: (site: CallSite) => Callees;
  /** Whether a call, with what it hands over, may get to a place inside of a function that it calls: `if (kind === 'log')`. */
  readonly leadsTo: (site: CallSite, callee: Callees['functions'][number], point: CodePoint) => boolean;
  /** What an expression may stand for when it is called. */
  readonly functionsIn: (
    file: string,
    inside: number | null,
    expression: Expression,
  ) => Pick<Callees, 'functions' | 'externals' | 'isOpen'>;
  /** Classes of the instances that an expression stands for, each followed by its base classes. */
  readonly classesOf: (
    file: string,
    inside: number | null,
    expression: Expression,
  ) => readonly (readonly ClassRef[])[];
  /** All texts that an expression may stand for; null where any of them is not known. */
  readonly textsOf: (file: string, inside: number | null, expression: Expression) => readonly string[] | null;
}
