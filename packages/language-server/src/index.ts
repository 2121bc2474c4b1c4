export { createJudge } from './workspace/judge.js';
export type { Judge } from './model/judge.js';
export { startServer, type Streams } from './connection/start.js';
export type { ServerTools } from './workspace/tools.js';
export type { Engine } from './model/engine.js';
export type { ProjectFolder } from './model/project-folder.js';
export type {
  Authoring,
  Proposal,
  Proposer,
  PurposeProposal,
  ScopePlan,
  Stretch,
} from './model/authoring.js';
export type { View } from './model/view.js';
