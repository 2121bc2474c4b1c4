import { RequestParts, type SeenRequest } from './request.js';
import { roleOfKey } from './row-keys.js';

const request = /(?<![\w/-])(GET|POST|PUT|PATCH|DELETE)[ \t]+((?:https?:\/\/|\/)[^\s"'<>]*)/;
/** Squid writes the status before the request: `TCP_MISS/200 507 GET …`. */
const statusBefore = /\b[A-Z_]+\/([1-5]\d\d)\b/;
const statusBehind = /(?<![\w.:/-])([1-5]\d\d)(?![\w.:/-])/;
const code = /\b(?:code|error_code|errorCode)["']?\s*[:=]\s*["']?(\d{1,9})\b/;
const pair = /([\w.]+)=(?:"([^"]*)"|([^\s"]+))/g;

/**
 * The request of a line of an access log: common, combined, Squid, Envoy, and any line that writes method and address one behind
 * the other, or `method=GET path=/…`. Null where the line tells of none. Of the line only these parts are kept.
 */
export function requestOfLine(line: string, hosts: ReadonlySet<string>): SeenRequest | null {
  const match = request.exec(line);
  if (match === null) return requestOfPairs(line);
  const [whole, method = '', target = ''] = match;
  const [before, behind] = [line.slice(0, match.index), line.slice(match.index + whole.length)];
  const status = statusBehind.exec(behind)?.[1] ?? statusBefore.exec(before)?.[1];
  const told = code.exec(behind)?.[1];
  return {
    method,
    address: withoutQuery(target),
    host: hostIn(`${before} ${behind}`, hosts),
    status: status === undefined ? null : Number(status),
    code: told === undefined ? null : Number(told),
  };
}

function requestOfPairs(line: string): SeenRequest | null {
  const parts = new RequestParts();
  for (const [, key = '', quoted, plain] of line.matchAll(pair)) {
    const role = roleOfKey.get(key);
    if (role !== undefined) parts.set(role, withoutQuery(quoted ?? plain ?? ''));
  }
  return parts.finish();
}

/** A word of the line that is a host of the platform, whatever the format calls it. */
function hostIn(text: string, hosts: ReadonlySet<string>): string | null {
  const words = text.split(/[\s"'=,;|()[\]]+/);
  return words.find((word) => hosts.has(word.toLowerCase().replace(/:\d+$/, ''))) ?? null;
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, '');
}
