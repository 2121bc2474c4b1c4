import type { RuleInfo } from '../model/finding.js';
import type { Rule } from './define-rule.js';
import { infoOf } from './define-rule.js';
import { deprecatedEndpoint } from './calls/deprecated-endpoint.js';
import { exceedsPurpose } from './calls/exceeds-purpose.js';
import { expiredException } from './silencing/expired-exception.js';
import { fieldNotAllowed } from './personal-data/field-not-allowed.js';
import { invalidDeclaration } from './declaration/invalid-declaration.js';
import { missingScope } from './scopes/missing-scope.js';
import { noDeletionOnDeauthorization } from './declaration/no-deletion-on-deauthorization.js';
import { noticeGap } from './declaration/notice-gap.js';
import { openEndedRetention } from './declaration/open-ended-retention.js';
import { personalDataLogged } from './personal-data/personal-data-logged.js';
import { staleEvidence } from './declaration/stale-evidence.js';
import { weakProtection } from './declaration/weak-protection.js';
import { placeGap } from './declaration/place-gap.js';
import { surplusData } from './personal-data/surplus-data.js';
import { tokenExposed } from './personal-data/token-exposed.js';
import { unknownEndpoint } from './calls/unknown-endpoint.js';
import { unknownScope } from './scopes/unknown-scope.js';
import { unknownVersion } from './calls/unknown-version.js';
import { unreadData } from './personal-data/unread-data.js';
import { unresolvedCall } from './calls/unresolved-call.js';
import { unusedException } from './silencing/unused-exception.js';
import { unusedPurpose } from './declaration/unused-purpose.js';
import { unusedScope } from './scopes/unused-scope.js';
import { unusedSuppression } from './silencing/unused-suppression.js';
import { vaguePurpose } from './declaration/vague-purpose.js';
import { wholeRecordKept } from './personal-data/whole-record-kept.js';
import { wrongToken } from './calls/wrong-token.js';

/** The rules that judge code and declaration. */
export const rules: readonly Rule[] = [
  missingScope,
  exceedsPurpose,
  wrongToken,
  unknownEndpoint,
  unknownVersion,
  deprecatedEndpoint,
  unresolvedCall,
  unknownScope,
  fieldNotAllowed,
  wholeRecordKept,
  personalDataLogged,
  tokenExposed,
  unusedScope,
  unreadData,
  surplusData,
  unusedPurpose,
  vaguePurpose,
  openEndedRetention,
  noDeletionOnDeauthorization,
  noticeGap,
  staleEvidence,
  weakProtection,
  placeGap,
  invalidDeclaration,
];

/** The rules that judge comments and exceptions, once all others have spoken. */
export const silencingRules: readonly Rule[] = [expiredException, unusedException, unusedSuppression];

/** What hosts and `explain` tell of the rules. */
export const ruleInfos: readonly RuleInfo[] = [...rules, ...silencingRules].map(infoOf);
