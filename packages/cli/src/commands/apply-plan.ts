/** A file of its own, since it brings ts-morph along: loaded when there is something to change. */
export { applyPlan } from '@leastscope/fixes/apply';
