import type { Role } from './request.js';

/** Under which keys logs of one request a row tell of it: nginx, Caddy, Traefik, Envoy, pino, Google Cloud, Elastic and plain ones. */
const keys: Readonly<Record<Role, readonly string[]>> = {
  method: [
    ...['method', 'request_method', 'http_method', 'requestMethod', 'RequestMethod', 'verb'],
    ...['request.method', 'req.method', 'httpRequest.requestMethod', 'http.method', 'http.request.method'],
  ],
  address: [
    ...['url', 'uri', 'path', 'target', 'request_uri', 'request_url', 'requestUrl', 'RequestPath'],
    ...['request.url', 'request.uri', 'request.path', 'req.url', 'httpRequest.requestUrl', 'http.url'],
    ...['url.full', 'url.original', 'url.path', 'http.target'],
  ],
  host: [
    ...['host', 'http_host', 'authority', 'upstream_host', 'RequestHost', 'RequestAddr', 'request.host'],
    ...['req.host', 'req.headers.host', 'server.address', 'url.domain', 'http.host', 'net.peer.name'],
  ],
  status: [
    ...['status', 'status_code', 'statusCode', 'response_code', 'DownstreamStatus', 'OriginStatus'],
    ...['response.status', 'response.statusCode', 'res.status', 'res.statusCode', 'httpRequest.status'],
    ...['http.status_code', 'http.response.status_code'],
  ],
  code: ['code', 'error_code', 'errorCode', 'error.code', 'error.type', 'response.code'],
};

/** What a key of a row tells. */
export const roleOfKey: ReadonlyMap<string, Role> = new Map(
  Object.entries(keys).flatMap(([role, names]) => names.map((name) => [name, role as Role] as const)),
);
