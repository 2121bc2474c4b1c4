import type * as analyzer from '@leastscope/analyzer';
import type { Catalog } from '@leastscope/scope-catalog';

type Analyzer = typeof analyzer;

/** What the commands need of the analyzer and the catalog. Loaded late: both are heavy beside `--help`. */
export interface Engine extends Pick<Analyzer, 'analyze' | 'parseDeclaration' | 'ruleInfos'> {
  readonly catalog: Catalog;
  /** Id of the declared purpose that covers a use; null when none does. */
  readonly purposeOf: (
    use: analyzer.Use,
    declaration: analyzer.Declaration,
    catalog: Catalog,
  ) => string | null;
}

export async function loadEngine(): Promise<Engine> {
  const [{ analyze, parseDeclaration, ruleInfos }, { loadCatalog }] = await Promise.all([
    import('@leastscope/analyzer'),
    import('@leastscope/scope-catalog'),
  ]);
  // STUB: the analyzer knows which purpose owns and allows a use (rules/purpose-of-file, rules/allowed-data, and the
  // directives of the run), but its face does not say it yet.
  const purposeOf = (): null => null;
  return { catalog: loadCatalog(), analyze, parseDeclaration, ruleInfos, purposeOf };
}
