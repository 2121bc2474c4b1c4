import * as analyzer from '@leastscope/analyzer';
import { loadCatalog, type Catalog } from '@leastscope/scope-catalog';

type Analyzer = typeof analyzer;

/** What the commands need of the analyzer and the catalog. */
export interface Engine extends Pick<
  Analyzer,
  | 'analyze'
  | 'grantedFields'
  | 'isInsideText'
  | 'parseDeclaration'
  | 'purposeOfUse'
  | 'purposesOfData'
  | 'ruleInfos'
  | 'searchText'
> {
  readonly catalog: Catalog;
}

/** The heavy part of the program, in a file of its own. */
export function createEngine(): Engine {
  return {
    catalog: loadCatalog(),
    analyze: analyzer.analyze,
    grantedFields: analyzer.grantedFields,
    isInsideText: analyzer.isInsideText,
    parseDeclaration: analyzer.parseDeclaration,
    purposeOfUse: analyzer.purposeOfUse,
    purposesOfData: analyzer.purposesOfData,
    ruleInfos: analyzer.ruleInfos,
    searchText: analyzer.searchText,
  };
}
