import type { FileKind } from '../model/file-kind.js';

const testPath =
  /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|e2e|spec|specs|cypress|playwright|stories)\/|\.(?:test|spec|e2e|cy|stories|story|mock|fixture)s?\.[cm]?[jt]sx?$/i;
const scriptPath = /(?:^|\/)(?:scripts?|tools|bin)\/|(?:^|\/)[^/]+\.config\.[cm]?[jt]s$/i;

/** A folder of Next's router is a part of an address: `app/api/test/route.ts` answers requests of the deployed app. */
const routed =
  /((?:^|\/)app\/)(?:[^/]+\/)*((?:route|page|layout|template|loading|error|default)\.[cm]?[jt]sx?)$/;

/** What a file is for, told by its path: tests and stories, scripts run by hand, or the app itself. */
export function fileKind(file: string): FileKind {
  const plain = file.replace(routed, '$1$2');
  if (testPath.test(plain)) return 'test';
  return scriptPath.test(plain) ? 'script' : 'production';
}
