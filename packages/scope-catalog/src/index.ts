export { loadControls } from './load-controls.js';
export type { Control } from './load-controls.js';
export type * from './types.js';
export { alternativesOf, changesSome } from './alternatives-of.js';
export { createCatalog, digestOf } from './catalog.js';
export { editDistance } from './edit-distance.js';
export { catalogCoverage } from './coverage.js';
export type { CatalogCoverage } from './coverage.js';
export { findLibraryCall, findSdkCall } from './find-sdk-call.js';
export type { SdkCallMatch } from './find-sdk-call.js';
export { findNamedSink, findSink } from './find-sink.js';
export { effectOfSql } from './effect-of-sql.js';
export { loadCatalog } from './load-catalog.js';
export { findEndpoints } from './lookup.js';
export { intendedEndpoints } from './intended-endpoints.js';
export { nearestEndpoints } from './nearest-endpoints.js';
export { nearestName, nearestScope } from './nearest-name.js';
export {
  categoriesOfScope,
  endpointsOfCategory,
  endpointsOfScope,
  fieldsOf,
  webhooksOfScope,
} from './relations.js';
export { sdkNameOf, type SdkName } from './sdk-names.js';
export { mentionsPlatform } from './platform-names.js';
export { platformPaths } from './platform-path.js';
export type { PlatformPaths } from './platform-path.js';
export { tellTales } from './tell-tales.js';
export type { TellTales } from './tell-tales.js';
export { payloadFieldAt, payloadFieldsOfWebhook, webhookEndpoint, webhookTypeOf } from './webhook-payload.js';
export { existsInMarkets } from './markets.js';
export { answerOfPurpose, purposesTaking } from './purpose-answers.js';
export type { PurposeAnswer } from './purpose-answers.js';
