export { askGit } from './ask-git.js';
export { createDiskFiles } from './disk-files.js';
export type { DiskFiles } from './disk-files.js';
export { findUpward } from './find-upward.js';
