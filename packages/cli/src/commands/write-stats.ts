import type { Host } from '../host/host.js';
import type { AnalyzedProject } from '../project/analyze-workspace.js';
import type { ProjectOptions } from '../project/project-options.js';
import { statsText } from '../reports/stats-text.js';

/** `--stats`, of every command that analyses: on stderr, where it is in nobody's way. */
export function writeStats(
  projects: readonly AnalyzedProject[],
  { stats }: Pick<ProjectOptions, 'stats'>,
  host: Host,
): void {
  if (stats) host.stderr.write(statsText(projects.map(({ analysis }) => analysis.stats)));
}
