import type * as analyzer from '@leastscope/analyzer';
import type { Catalog } from '@leastscope/scope-catalog';

type Analyzer = typeof analyzer;

/** What the commands need of the analyzer and the catalog. Loaded late: both are heavy beside `--help`. */
export interface Engine extends Pick<
  Analyzer,
  'analyze' | 'parseDeclaration' | 'purposeOfUse' | 'purposesOfData' | 'ruleInfos'
> {
  readonly catalog: Catalog;
}

export async function loadEngine(): Promise<Engine> {
  const [{ analyze, parseDeclaration, purposeOfUse, purposesOfData, ruleInfos }, { loadCatalog }] =
    await Promise.all([import('@leastscope/analyzer'), import('@leastscope/scope-catalog')]);
  return { catalog: loadCatalog(), analyze, parseDeclaration, purposeOfUse, purposesOfData, ruleInfos };
}
