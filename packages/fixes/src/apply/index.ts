export { applyPlan } from './apply-plan.js';
