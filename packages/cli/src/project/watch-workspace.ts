import { createLiveMemory, headCommit } from '@leastscope/analyzer/disk';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Host } from '../host/host.js';
import { analyzeFiles, type AnalyzedWorkspace } from './analyze-workspace.js';
import type { Workspace } from './find-projects.js';
import type { ProjectOptions } from './project-options.js';
import { watchFolders } from './watch-folders.js';

/** Editors write a file in several steps; the last one counts. */
const settling = 10;

/**
 * Analyses a workspace, and again after every change, until the host says that it is enough. What a change does not touch
 * is neither read nor parsed again.
 */
export async function watchWorkspace(
  workspace: Workspace,
  options: ProjectOptions,
  host: Host,
  tell: (answer: AnalyzedWorkspace) => void,
): Promise<void> {
  const memory = createLiveMemory();
  let wake: () => void = () => undefined;
  let folders: ReadonlySet<string> | null = null;
  const watching = watchFolders((change) => {
    memory.forget(change);
    if (change.isListChange) folders = null;
    wake();
  });
  let day: { readonly head: string | null; readonly asOf: string } | null = null;
  try {
    while (host.stop?.aborted !== true) {
      const changed = new Promise<void>((resolve) => (wake = resolve));
      host.stop?.addEventListener(
        'abort',
        () => {
          wake();
        },
        { once: true },
      );
      const head = headCommit(workspace.base);
      const asOf: string | null = options.asOf ?? (day?.head === head && head !== null ? day.asOf : null);
      const answer = await analyzeFiles(workspace, { ...options, asOf }, host, {
        files: memory.files,
        memory,
      });
      day = { head, asOf: answer.asOf };
      watching.follow((folders ??= foldersOf(workspace, memory.listed())));
      tell(answer);
      await changed;
      await setTimeout(settling);
    }
  } finally {
    watching.end();
  }
}

/** The folders of all listed files, and of the projects themselves. */
function foldersOf({ base, projects }: Workspace, files: readonly string[]): ReadonlySet<string> {
  const folders = new Set([base, ...projects.map(({ root }) => root), ...files.map((path) => dirname(path))]);
  // A folder without source files of its own may get some.
  for (const folder of [...folders]) {
    for (let at = folder; at.length > base.length && at.startsWith(base); at = dirname(at)) folders.add(at);
  }
  return folders;
}
