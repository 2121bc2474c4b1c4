import type { Catalog } from '@leastscope/scope-catalog';
import type { FieldRead, Outflow } from './data-flow.js';
import type { Declaration, DeclarationMistake } from './declaration.js';
import type { Directive } from './directives.js';
import type { Evidence } from './evidence.js';
import type { RuleId } from './finding.js';
import type { Needs, OpenCall, Use } from './needs.js';
import type { Place } from './place.js';

/** What every rule may look at; it asks nothing else of the world. */
export interface RuleContext {
  readonly needs: Needs;
  /** What the code shows of recipients, stores and protection; null where single files are judged. */
  readonly evidence: Evidence | null;
  readonly catalog: Catalog;
  readonly declaration: Declaration | null;
  readonly mistakes: readonly DeclarationMistake[];
  readonly directives: readonly Directive[];
  /** The day that expiry is judged by, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Uses that count: not those in tests, unless asked to. Sorted by place. */
  readonly uses: readonly Use[];
  /** Open calls that count. */
  readonly open: readonly OpenCall[];
  /** Reads of responses that count. Sorted by place. */
  readonly reads: readonly FieldRead[];
  /** Outflows that count. Sorted by place. */
  readonly outflows: readonly Outflow[];
  /** The named functions and classes around a place, outermost first; null where the file has none. */
  readonly symbolAt: (place: Place) => string | null;
  /** Whether there is a file, by its path from the project's root. */
  readonly hasFile: (file: string) => boolean;
  /** The text of a file, by the same; null where there is none that can be read. */
  readonly readText: (file: string) => string | null;
  /** Whether there is a folder, by the same. */
  readonly hasFolder: (folder: string) => boolean;
  /** Names of the folders in a folder, sorted; none where nobody can say. */
  readonly foldersIn: (folder: string) => readonly string[];
  /** The rules that were asked in this run: of the others, nothing can be called unused. */
  readonly asked: ReadonlySet<RuleId>;
  /** Of these, the rules that judge one file with what it imports. */
  readonly askedOfFiles: ReadonlySet<RuleId>;
  /** Of these, the rules that judge one file with what it imports and with what its callers hand to it. */
  readonly askedOfCallers: ReadonlySet<RuleId>;
}
