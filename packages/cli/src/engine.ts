import type {
  Analysis,
  AnalyzeRequest,
  Declaration,
  DeclarationMistake,
  RuleInfo,
  Use,
} from '@leastscope/analyzer';
import type { Catalog } from '@leastscope/scope-catalog';

/** What the commands need of the analyzer and the catalog. Loaded late: both are heavy beside `--help`. */
export interface Engine {
  readonly catalog: Catalog;
  readonly analyze: (request: AnalyzeRequest) => Analysis;
  readonly parseDeclaration: (text: string, file: string, catalog: Catalog) => ParsedDeclaration;
  readonly ruleInfos: readonly RuleInfo[];
  /** Id of the declared purpose that covers a use; null when none does. */
  readonly purposeOf: (use: Use, declaration: Declaration, catalog: Catalog) => string | null;
}

export interface ParsedDeclaration {
  readonly declaration: Declaration | null;
  readonly mistakes: readonly DeclarationMistake[];
}

/** STUB: the analyzer's face exports these names once the engine is in; then the casts and the fallbacks go. */
export async function loadEngine(): Promise<Engine> {
  const [analyzer, { loadCatalog }] = await Promise.all([
    import('@leastscope/analyzer'),
    import('@leastscope/scope-catalog'),
  ]);
  const stub = { purposeOf: () => null, ruleInfos: [] };
  return { ...stub, ...analyzer, catalog: loadCatalog() } as unknown as Engine;
}
