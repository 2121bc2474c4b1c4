import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { diagnosticsByFile, type RulePage } from '../findings/diagnostics.js';
import type { View } from '../model/view.js';

/** How an editor names a file, and which version of it is open; by absolute path. */
export interface OpenFile {
  readonly uri: string;
  readonly version: number | null;
}

export interface Publisher {
  /** All that is found in a project; what is gone is taken back. */
  readonly all: (view: View) => void;
  /** What is found in one file, looked at alone; of what only the whole project can tell, the last look still counts. */
  readonly one: (view: View, file: string, lastWhole: View | null) => void;
  /** Takes back all that was told of a project. */
  readonly withdraw: (root: string) => void;
}

/** Tells an editor what is found, and nothing twice. */
export function createPublisher(
  send: (params: PublishDiagnosticsParams) => void,
  fileAt: (path: string) => OpenFile,
  pageOf: RulePage,
): Publisher {
  const told = new Map<string, string>();
  const byProject = new Map<string, ReadonlySet<string>>();
  const tell = (path: string, diagnostics: readonly Diagnostic[]): void => {
    const { uri, version } = fileAt(path);
    const params = { uri, diagnostics: [...diagnostics], ...(version === null ? {} : { version }) };
    const text = JSON.stringify(params);
    if (told.get(path) === text) return;
    if (diagnostics.length === 0 && !told.has(path)) return;
    told.set(path, text);
    send(params);
  };
  return {
    all: (view) => {
      const found = diagnosticsByFile(view, pageOf);
      const paths = new Set([...found.keys()].map((file) => `${view.root}/${file}`));
      for (const path of byProject.get(view.root) ?? []) if (!paths.has(path)) tell(path, []);
      for (const [file, diagnostics] of found) tell(`${view.root}/${file}`, diagnostics);
      byProject.set(view.root, paths);
    },
    one: (view, file, lastWhole) => {
      const path = `${view.root}/${file}`;
      const kept =
        lastWhole === null ? [] : (diagnosticsByFile(beyondFiles(lastWhole), pageOf).get(file) ?? []);
      tell(path, [...(diagnosticsByFile(view, pageOf).get(file) ?? []), ...kept]);
      byProject.set(view.root, new Set([...(byProject.get(view.root) ?? []), path]));
    },
    withdraw: (root) => {
      for (const path of byProject.get(root) ?? []) tell(path, []);
      byProject.delete(root);
    },
  };
}

/** What a file alone does not tell. */
function beyondFiles(view: View): View {
  const { analysis } = view;
  const findings = analysis.findings.filter(({ horizon }) => horizon === 'project');
  return { ...view, analysis: { ...analysis, findings, needs: { ...analysis.needs, unread: [] } } };
}
