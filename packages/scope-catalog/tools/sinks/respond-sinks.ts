import type { Sink } from '@leastscope/scope-catalog';
import { named, on, sinks, words } from './sink-rows.js';

/** What is answered to whoever asked the app. */
export const respondSinks: readonly Sink[] = [
  ...sinks('respond', ['express'], words('json send end jsonp render write redirect'), {
    names: ['res', 'response'],
  }),
  ...sinks('respond', ['fastify'], words('send redirect'), {
    names: ['reply'],
    handlers: words('get post put patch delete options all route'),
  }),
  ...sinks('respond', ['hono'], words('json text html body newResponse redirect')),
  named('respond', ['c', 'ctx'], words('json html')),
  named('respond', ['c'], ['redirect']),
  ...sinks(
    'respond',
    ['next'],
    [
      ...on('NextResponse', ['json', '()']),
      ...on('NextApiResponse', words('json send end write')),
      // Of the answers, and of `next/navigation`.
      ...words('redirect permanentRedirect'),
    ],
  ),
  ...sinks('respond', ['global'], words('Response.json Response.() Response.redirect')),
  // `send` and `sendWebResponse` of version 1, `html` and event streams of version 2.
  ...sinks('respond', ['h3'], words('send sendStream sendWebResponse sendRedirect redirect html push'), {
    handlers: words('eventHandler defineEventHandler cachedEventHandler defineCachedEventHandler'),
  }),
  ...sinks('respond', ['koa'], ['redirect'], { properties: ['body'], names: ['ctx'] }),
  ...sinks('respond', ['ws'], ['send'], { names: ['ws'] }),
  ...sinks('respond', ['socket.io'], words('emit send'), { names: ['io', 'socket'] }),
  ...sinks('respond', ['elysia'], [], { handlers: words('get post put patch delete options all') }),
  ...sinks('respond', ['@trpc/server'], [], { handlers: words('query mutation subscription') }),
  ...sinks('respond', ['@nestjs/common'], [], {
    handlers: words('Get Post Put Patch Delete Options All Sse'),
  }),
  ...sinks('respond', ['@nestjs/graphql'], [], {
    handlers: words('Query Mutation Subscription ResolveField'),
  }),
  ...sinks('respond', ['@apollo/server'], [], { handlers: ['ApolloServer.()'] }),
  ...sinks('respond', ['graphql-yoga'], [], { handlers: ['createSchema'] }),
  ...sinks('respond', ['@graphql-tools/schema'], [], { handlers: ['makeExecutableSchema'] }),
  ...sinks('respond', ['@modelcontextprotocol/sdk'], [], {
    handlers: words('tool registerTool resource registerResource prompt registerPrompt'),
  }),
  ...sinks(
    'respond',
    ['@remix-run/node', '@remix-run/cloudflare', '@remix-run/server-runtime', '@remix-run/deno'],
    [...words('json defer redirect')],
  ),
  ...sinks('respond', ['react-router'], words('data redirect')),
  ...sinks('respond', ['@sveltejs/kit'], words('json text redirect')),
  ...sinks('respond', ['micro'], ['send']),
  ...sinks('respond', ['@hapi/hapi'], ['response'], { names: ['h'] }),
  ...sinks('respond', ['node:http', 'node:https'], on('ServerResponse', words('end write'))),
];
