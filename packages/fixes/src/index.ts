export { planFixes, type FixRequest } from './plan/plan-fixes.js';
export { planFinding } from './plan/plan-finding.js';
export { addIgnore } from './plan/add-ignore.js';
export { findFailures } from './check/find-failures.js';
export { digestOf } from './plan/digest.js';
export type { PlanContext, Planned } from './plan/planner.js';
export type * from './model/operation.js';
export type * from './model/plan.js';
