import type { FileKind } from '../model/file-kind.js';

const testPath =
  /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|e2e|spec|specs|cypress|playwright|stories)\/|\.(?:test|spec|e2e|cy|stories|story|mock|fixture)s?\.[cm]?[jt]sx?$/i;
const scriptPath = /(?:^|\/)(?:scripts?|tools|bin)\/|(?:^|\/)[^/]+\.config\.[cm]?[jt]s$/i;

/**
 * Folders of a router are parts of an address: `app/api/test/route.ts`, `server/routes/test/stock.ts` answer requests of the
 * deployed app. Names with underscores around them are no address.
 */
const routed = [
  /((?:^|\/)app\/)(?:(?!__)[^/]+\/)*((?:route|page|layout|template|loading|error|default|actions)\.[cm]?[jt]sx?)$/,
  /((?:^|\/)(?:pages|(?:src|app)\/routes|server\/(?:api|routes))\/)(?:(?!__)[^/]+\/)*([^/]+)$/,
];

/** What a file is for, told by its path: tests and stories, scripts run by hand, or the app itself. */
export function fileKind(file: string): FileKind {
  const plain = routed.reduce((path, pattern) => path.replace(pattern, '$1$2'), file);
  if (testPath.test(plain)) return 'test';
  return scriptPath.test(plain) ? 'script' : 'production';
}
