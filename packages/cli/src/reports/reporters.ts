import { concise } from './concise.js';
import type { ReportFormat } from './formats.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { html } from './html.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { pretty } from './pretty.js';
import type { Reporter } from './reporter.js';
import { sarif } from './sarif.js';

export const reporters: Readonly<Record<ReportFormat, Reporter>> = {
  pretty,
  concise,
  json,
  github,
  gitlab,
  sarif,
  junit,
  markdown,
  html,
};
