import type { FileKind } from '../model/file-kind.js';

const testPath =
  /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|e2e|spec|specs|cypress|playwright|stories)\/|\.(?:test|spec|e2e|cy|stories|story|mock|fixture)s?\.[cm]?[jt]sx?$/i;
const scriptPath = /(?:^|\/)(?:scripts?|tools|bin)\/|(?:^|\/)[^/]+\.config\.[cm]?[jt]s$/i;

/** What a file is for, told by its path: tests and stories, scripts run by hand, or the app itself. */
export function fileKind(file: string): FileKind {
  if (testPath.test(file)) return 'test';
  return scriptPath.test(file) ? 'script' : 'production';
}
