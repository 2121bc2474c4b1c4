export type * from './model/analysis.js';
export type * from './model/declaration.js';
export type * from './model/finding.js';
export type * from './model/needs.js';
export type * from './model/place.js';
