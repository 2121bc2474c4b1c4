import type * as analyzer from '@leastscope/analyzer';
import type { Catalog } from '@leastscope/scope-catalog';

type Analyzer = typeof analyzer;

/** What is asked of the analyzer; handed in, so that the program that starts the server holds it only once. */
export interface Engine extends Pick<
  Analyzer,
  'analyze' | 'parseDeclaration' | 'purposeOfUse' | 'purposesOfData' | 'ruleInfos' | 'isInsideText'
> {
  readonly catalog: Catalog;
}
