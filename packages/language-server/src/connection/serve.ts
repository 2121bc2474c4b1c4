import {
  CodeLensRefreshRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { setImmediate } from 'node:timers/promises';
import { proposers } from '../actions/proposals.js';
import { pathOf, uriOf } from '../text/locations.js';
import type { ServerTools } from '../workspace/tools.js';
import type { Project } from '../workspace/project.js';
import { createWorkspace, type Workspace } from '../workspace/workspace.js';
import * as answers from './answers.js';
import { answerToInitialize, clientOf, watched, type Client } from './capabilities.js';
import { createPublisher, type OpenFile, type Publisher } from './publisher.js';
import { createSchedule, type Schedule } from './schedule.js';

/** What the parts of one connection share. */
interface Session {
  readonly connection: Connection;
  readonly tools: ServerTools;
  readonly workspace: Workspace;
  readonly documents: TextDocuments<TextDocument>;
  readonly publisher: Publisher;
  readonly schedule: Schedule;
  client: Client;
  /** Whether whole projects are being looked at. */
  round: 'idle' | 'running' | 'again';
}

/** Speaks with one editor over a connection that is not listening yet. */
export function serve(connection: Connection, tools: ServerTools): void {
  const workspace = createWorkspace(tools);
  const documents = new TextDocuments(TextDocument);
  const fileAt = (path: string): OpenFile => {
    const document = documents.all().find(({ uri }) => pathOf(uri) === path);
    return { uri: document?.uri ?? uriOf(path), version: document?.version ?? null };
  };
  const send = (params: Parameters<typeof connection.sendDiagnostics>[0]): void =>
    void connection.sendDiagnostics(params);
  const publisher = createPublisher(send, fileAt, tools.pageOf);
  const schedule = createSchedule(tools.quiet, {
    files: (paths) => {
      guarded(session, () => paths.forEach((path) => judgeFile(session, path)));
    },
    projects: () => {
      void judgeProjects(session);
    },
  });
  const client = clientOf({}, null);
  const session: Session = {
    connection,
    tools,
    workspace,
    documents,
    publisher,
    schedule,
    client,
    round: 'idle',
  };
  begin(session);
  follow(session);
  answerQuestions(session, (path) => fileAt(path).version);
  documents.listen(connection);
  connection.listen();
}

function begin(session: Session): void {
  const { connection, workspace, tools } = session;
  connection.onInitialize((params) => {
    session.client = clientOf(params.capabilities, params.initializationOptions);
    for (const uri of foldersOf(params)) {
      const path = pathOf(uri);
      if (path !== null) workspace.addFolder(path);
    }
    return answerToInitialize(tools.version);
  });
  connection.onInitialized(() => {
    if (session.client.watchesFiles) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: watched }],
      });
    }
    if (session.client.changesFolders) followFolders(session);
    void firstRun(session);
  });
  connection.onShutdown(() => {
    session.schedule.end();
  });
}

function followFolders(session: Session): void {
  const pathsOf = (folders: readonly WorkspaceFolder[]): readonly string[] =>
    folders.flatMap(({ uri }) => pathOf(uri) ?? []);
  session.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    changeFolders(session, pathsOf(added), pathsOf(removed));
  });
}

/** Older editors know one folder only. */
function foldersOf({ workspaceFolders, ...older }: InitializeParams): readonly string[] {
  if (workspaceFolders != null) return workspaceFolders.map(({ uri }) => uri);
  const { rootUri } = older as { readonly rootUri?: string | null };
  return typeof rootUri === 'string' ? [rootUri] : [];
}

/** The first look at every project, which reads all of it. Between two projects what has been asked is answered. */
async function firstRun(session: Session): Promise<void> {
  const { connection, workspace, client } = session;
  const projects = workspace.projects();
  const progress = client.showsProgress ? await connection.window.createWorkDoneProgress() : null;
  progress?.begin('leastscope', 0, 'reading the project');
  for (const [index, project] of projects.entries()) {
    await setImmediate();
    await judgeProject(session, project);
    progress?.report(
      Math.round((100 * (index + 1)) / projects.length),
      `${String(index + 1)} of ${String(projects.length)} projects`,
    );
  }
  progress?.done();
  refreshLenses(session);
}

function changeFolders(session: Session, added: readonly string[], removed: readonly string[]): void {
  const { workspace, publisher } = session;
  const before = workspace.projects().map(({ root }) => root);
  for (const folder of removed) workspace.removeFolder(folder);
  for (const folder of added) workspace.addFolder(folder);
  const after = new Set(workspace.projects().map(({ root }) => root));
  for (const root of before) if (!after.has(root)) publisher.withdraw(root);
  void judgeProjects(session);
}

function judgeFile({ workspace, publisher }: Session, path: string): void {
  const found = workspace.locate(path);
  if (found === null || found.file === found.project.declaration) return;
  publisher.one(found.project.of(found.file), found.file, found.project.lastWhole());
}

/** One round at a time; what changes meanwhile is looked at in one more. */
async function judgeProjects(session: Session): Promise<void> {
  if (session.round !== 'idle') {
    session.round = 'again';
    return;
  }
  do {
    session.round = 'running';
    for (const project of session.workspace.projects()) await judgeProject(session, project);
    refreshLenses(session);
  } while (isAsked(session));
  session.round = 'idle';
}

function isAsked({ round }: Session): boolean {
  return round === 'again';
}

/** What a text that has changed meanwhile makes of it is told by the next round. */
async function judgeProject(session: Session, project: Project): Promise<void> {
  try {
    const view = await project.wholeAside();
    if (view !== null) session.publisher.all(view);
  } catch (error) {
    tellBug(session, error);
  }
}

function refreshLenses({ client, connection }: Session): void {
  if (client.refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type);
}

/** A bug of ours must not end the editor's session; it is told, with its stack. */
function guarded(session: Session, work: () => void): void {
  try {
    work();
  } catch (error) {
    tellBug(session, error);
  }
}

function tellBug({ connection }: Session, error: unknown): void {
  connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** Keeps up with what is typed, saved and changed by others. */
function follow({ connection, documents, workspace, schedule, tools }: Session): void {
  documents.onDidChangeContent(({ document }) => {
    const path = pathOf(document.uri);
    if (path === null) return;
    workspace.hold(path, document.getText());
    schedule.touch(path);
  });
  documents.onDidClose(({ document }) => {
    const path = pathOf(document.uri);
    if (path === null) return;
    workspace.letGo(path);
    schedule.touch(path);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      const path = pathOf(uri);
      if (path === null || /\/(?:node_modules|\.git)\//.test(path)) continue;
      const isListChange = type !== FileChangeType.Changed;
      workspace.changed(path, isListChange);
      if (isListChange && tools.isDeclaration(path)) workspace.findAgain();
      schedule.touch(path);
    }
  });
}

function answerQuestions(session: Session, versionOf: (path: string) => number | null): void {
  const { connection, documents, workspace, tools } = session;
  const all = proposers(tools.authoring, tools.further);
  const ask = async <T>(
    uri: string,
    token: CancellationToken,
    none: T,
    answer: (asked: answers.Asked) => T,
  ): Promise<T> => {
    // Whatever else has arrived goes first: an answer that nobody waits for any more is not worked out.
    await setImmediate();
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const path = pathOf(uri);
    const document = documents.get(uri);
    const found = path === null ? null : workspace.locate(path);
    return document === undefined || found === null ? none : answer({ ...found, document });
  };
  connection.onHover(({ textDocument, position }, token) =>
    ask(textDocument.uri, token, null, (asked) => answers.hover(asked, position)),
  );
  connection.onCompletion(({ textDocument, position }, token) =>
    ask(textDocument.uri, token, [], (asked) => [...answers.completion(asked, position)]),
  );
  connection.onDefinition(({ textDocument, position }, token) =>
    ask(textDocument.uri, token, [], (asked) => [...answers.definition(asked, position)]),
  );
  connection.onReferences(({ textDocument, position }, token) =>
    ask(textDocument.uri, token, [], (asked) => [...answers.references(asked, position)]),
  );
  connection.onCodeAction(({ textDocument, range }, token) =>
    ask(textDocument.uri, token, [], (asked) => [...answers.codeActions(asked, range, all, versionOf)]),
  );
  connection.onCodeLens(({ textDocument }, token) =>
    ask(textDocument.uri, token, [], (asked) => [
      ...answers.lenses(asked, session.client.showsPlaces ? 'can-show-places' : 'cannot'),
    ]),
  );
}
