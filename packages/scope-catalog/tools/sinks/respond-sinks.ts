import type { Sink } from '@leastscope/scope-catalog';
import { named, on, sinks, words } from './sink-rows.js';

/** What is answered to whoever asked the app. */
export const respondSinks: readonly Sink[] = [
  ...sinks('respond', ['express'], words('json send end jsonp render write'), { names: ['res', 'response'] }),
  ...sinks('respond', ['fastify'], words('send'), { names: ['reply'] }),
  ...sinks('respond', ['hono'], words('json text html body newResponse')),
  named('respond', ['c', 'ctx'], words('json html')),
  ...sinks(
    'respond',
    ['next'],
    [...on('NextResponse', ['json', '()']), ...on('NextApiResponse', words('json send end write'))],
  ),
  ...sinks('respond', ['global'], words('Response.json Response.()')),
  ...sinks('respond', ['h3'], words('send sendStream sendWebResponse')),
  ...sinks(
    'respond',
    ['@remix-run/node', '@remix-run/cloudflare', '@remix-run/server-runtime', '@remix-run/deno'],
    [...words('json defer')],
  ),
  ...sinks('respond', ['react-router'], ['data']),
  ...sinks('respond', ['@sveltejs/kit'], words('json text')),
  ...sinks('respond', ['micro'], ['send']),
  ...sinks('respond', ['@hapi/hapi'], ['response'], { names: ['h'] }),
  ...sinks('respond', ['node:http', 'node:https'], on('ServerResponse', words('end write'))),
];
