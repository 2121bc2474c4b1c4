import { github } from './github.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import { pretty } from './pretty.js';
import type { Reporter } from './reporter.js';
import { sarif } from './sarif.js';

export const reporters = { pretty, json, github, sarif, markdown } as const satisfies Record<
  string,
  Reporter
>;

export type ReportFormat = keyof typeof reporters;
