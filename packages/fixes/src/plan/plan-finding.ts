import type { Finding } from '@leastscope/analyzer';
import { addSwitch } from './add-switch.js';
import { claimPurpose } from './claim-purpose.js';
import { dropFromLog } from './drop-from-log.js';
import { keepFields } from './keep-fields.js';
import type { PlanContext, Planned, Planner } from './planner.js';
import { renameScope } from './rename-scope.js';
import { replacePath } from './replace-path.js';
import { useNarrower } from './use-narrower.js';

const planners: readonly Planner[] = [
  ...[renameScope, replacePath, dropFromLog, keepFields],
  ...[addSwitch, useNarrower, claimPurpose],
];

/** The remedy of one finding, but for comments that ignore it: those are `addIgnore`, and only for who asks for them. */
export function planFinding(finding: Finding, context: PlanContext): Planned {
  for (const plan of planners) {
    const planned = plan(finding, context);
    if (planned !== null) return planned;
  }
  return null;
}
