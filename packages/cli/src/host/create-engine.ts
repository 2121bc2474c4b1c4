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
  const {
    analyze,
    grantedFields,
    isInsideText,
    parseDeclaration,
    purposeOfUse,
    purposesOfData,
    ruleInfos,
    searchText,
  } = analyzer;
  return {
    catalog: loadCatalog(),
    analyze,
    grantedFields,
    isInsideText,
    parseDeclaration,
    purposeOfUse,
    purposesOfData,
    ruleInfos,
    searchText,
  };
}
