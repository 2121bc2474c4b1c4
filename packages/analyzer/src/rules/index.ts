import type { RuleInfo } from '../model/finding.js';
import type { Rule } from './define-rule.js';
import { infoOf } from './define-rule.js';
import { deprecatedEndpoint } from './deprecated-endpoint.js';
import { exceedsPurpose } from './exceeds-purpose.js';
import { expiredException } from './expired-exception.js';
import { fieldNotAllowed } from './field-not-allowed.js';
import { invalidDeclaration } from './invalid-declaration.js';
import { missingScope } from './missing-scope.js';
import { noDeletionOnDeauthorization } from './no-deletion-on-deauthorization.js';
import { noticeGap } from './notice-gap.js';
import { openEndedRetention } from './open-ended-retention.js';
import { personalDataLogged } from './personal-data-logged.js';
import { surplusData } from './surplus-data.js';
import { unknownEndpoint } from './unknown-endpoint.js';
import { unknownScope } from './unknown-scope.js';
import { unknownVersion } from './unknown-version.js';
import { unreadData } from './unread-data.js';
import { unresolvedCall } from './unresolved-call.js';
import { unusedException } from './unused-exception.js';
import { unusedPurpose } from './unused-purpose.js';
import { unusedScope } from './unused-scope.js';
import { unusedSuppression } from './unused-suppression.js';
import { vaguePurpose } from './vague-purpose.js';
import { wholeRecordKept } from './whole-record-kept.js';
import { wrongToken } from './wrong-token.js';

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
  unusedScope,
  unreadData,
  surplusData,
  unusedPurpose,
  vaguePurpose,
  openEndedRetention,
  noDeletionOnDeauthorization,
  noticeGap,
  invalidDeclaration,
];

/** The rules that judge comments and exceptions, once all others have spoken. */
export const silencingRules: readonly Rule[] = [expiredException, unusedException, unusedSuppression];

/** What hosts and `explain` tell of the rules. */
export const ruleInfos: readonly RuleInfo[] = [...rules, ...silencingRules].map(infoOf);
