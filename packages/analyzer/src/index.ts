export { analyze } from './analyze.js';
export { createMarkers, type Gate } from './project/markers.js';
export { searchText } from './project/search-text.js';
export { findRelevantModules, type RelevantModules } from './find-relevant-modules.js';
export {
  parseDeclaration,
  type AcceptedFile,
  type ParsedDeclaration,
} from './declaration/parse-declaration.js';
export { acceptedFileName } from './declaration/accepted-file-name.js';
export { neverAccepted } from './model/finding.js';
export { addDuration } from './lookups/add-duration.js';
export { topOfFile } from './lookups/symbol-at.js';
export { declarationJsonSchema } from './declaration/json-schema.js';
export { ruleInfos } from './rules/index.js';
export { identitiesOf, identityOf } from './rules/identity/identity-of.js';
export { purposesOf as purposesOfFile } from './purposes/purpose-of-file.js';
export { purposeOfUse } from './purposes/purpose-of-use.js';
export { grantedFields, type GrantedField, type GrantedFields } from './purposes/granted-fields.js';
export { purposesOfData } from './purposes/purposes-of-data.js';
export { narrowerWays, pointsOf, takenOf, type Point, type TakenData } from './purposes/taken-data.js';
export { isInsideText } from './facts/is-inside-text.js';
export { resolveEndpoint, type ResolvedEndpoint } from './lookups/resolve-endpoint.js';
export { isPersonal } from './lookups/personal.js';
export { isAllowed } from './purposes/allowed-data.js';
export { personalIn, type PersonalCategory } from './purposes/personal-parts.js';
export { isOwnNetwork, mayOwn, ownerOf } from './purposes/recipient-of-host.js';
export { doubtsOfNeeds } from './needs/doubts-of-needs.js';
export { comparePlaces, compareText, keyOfPlace } from './lookups/places.js';
export { findLineStarts, offsetOf } from './lookups/place-of.js';
export { isWithin } from './lookups/response-path.js';
export { blankMarkup, hasMarkup } from './facts/blank-markup.js';
export type * from './model/file-kind.js';
export type * from './model/directives.js';
export type * from './model/analysis.js';
export type * from './model/attested.js';
export type * from './model/evidence.js';
export { fromFolderOf } from './lookups/from-folder-of.js';
export { isWeakAtRest, isWeakInTransit } from './lookups/weak-protection.js';
export { namedDocuments, type NamedDocument } from './lookups/named-documents.js';
export { answeringPlace } from './lookups/answering-place.js';
export type * from './model/data-flow.js';
export type * from './model/declaration.js';
export type * from './model/evidence.js';
export type * from './model/finding.js';
export type * from './model/needs.js';
export type * from './model/place.js';
