import { own } from '../util/own.js';

/**
 * Where frameworks call code of an app that nobody in the app calls. One list for all who ask: what such a function is
 * handed, no caller settles; what an answering one gives back goes to whoever asked the app.
 */

/** Functions that a framework finds by the name under which a file exports them. */
interface ExportedEntry {
  readonly framework: string;
  readonly names: readonly string[];
  /** What the name means this in; null for any file. */
  readonly files: RegExp | null;
  /** Whether what it gives back is the answer: others write theirs to an object that they are handed. */
  readonly gives: 'answer' | 'nothing';
  /** The page that says so. */
  readonly source: string;
}

const exportedEntries: readonly ExportedEntry[] = [
  {
    framework: 'Next.js, Astro, SvelteKit',
    names: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ALL'],
    files: null,
    gives: 'answer',
    source: 'https://nextjs.org/docs/app/api-reference/file-conventions/route',
  },
  {
    framework: 'Next.js',
    names: ['getServerSideProps', 'getStaticProps', 'getInitialProps'],
    files: null,
    gives: 'answer',
    source: 'https://nextjs.org/docs/pages/api-reference/functions/get-server-side-props',
  },
  {
    framework: 'Remix, React Router',
    names: ['loader', 'action'],
    files: null,
    gives: 'answer',
    source: 'https://reactrouter.com/start/framework/data-loading',
  },
  {
    framework: 'SvelteKit',
    names: ['load', 'actions'],
    files: /(?:^|\/)\+(?:page|layout)(?:\.server)?\.[cm]?[jt]s$/,
    gives: 'answer',
    source: 'https://svelte.dev/docs/kit/load',
  },
  {
    framework: 'AWS Lambda',
    names: ['handler'],
    files: null,
    gives: 'answer',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html',
  },
  {
    framework: 'Cloudflare Pages',
    names: [
      'onRequest',
      'onRequestGet',
      'onRequestPost',
      'onRequestPut',
      'onRequestPatch',
      'onRequestDelete',
      'onRequestHead',
      'onRequestOptions',
    ],
    files: null,
    gives: 'answer',
    source: 'https://developers.cloudflare.com/pages/functions/api-reference/',
  },
  {
    framework: 'Next.js, Vercel, Netlify',
    names: ['default'],
    files: null,
    gives: 'nothing',
    source: 'https://nextjs.org/docs/pages/building-your-application/routing/api-routes',
  },
];

/** Whether a framework calls what a file exports under this name. */
export function isExportedEntry(file: string, name: string): boolean {
  return exportedEntries.some((row) => isOf(row, file, name));
}

/** The same, where what it gives back is the answer to whoever asked. */
export function answersByName(file: string, name: string): boolean {
  return exportedEntries.some((row) => row.gives === 'answer' && isOf(row, file, name));
}

function isOf({ names, files }: ExportedEntry, file: string, name: string): boolean {
  return names.includes(name) && (files?.test(file) ?? true);
}

/** A method that a framework calls by its name, in a class of a file that imports the framework. */
interface MethodEntry {
  readonly package: string;
  readonly names: readonly string[];
  readonly source: string;
}

const methodEntries: readonly MethodEntry[] = [
  {
    package: 'n8n-workflow',
    names: ['execute', 'poll', 'trigger', 'webhook', 'supplyData'],
    source: 'https://docs.n8n.io/integrations/creating-nodes/build/reference/',
  },
];

/** Whether a framework calls a method of this name in a class of a file that imports these modules. */
export function answersAsMethod(imports: readonly string[], name: string): boolean {
  return methodEntries.some((row) => row.names.includes(name) && imports.includes(row.package));
}

/**
 * Calls, and decorators of methods, that hand a framework functions which answer by what they give back: all functions
 * in what they are handed, however deep.
 */
interface AnsweringRegistration {
  /** Where it is imported from; `global` for what a build step imports by itself. */
  readonly package: string;
  /** The last name of what is called: `query` of `t.procedure.input(…).query(…)`. */
  readonly names: readonly string[];
  /** How a receiver ends whose origin is not seen; none: the origin has to be. */
  readonly receivers: RegExp | null;
  readonly source: string;
}

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all'];
const nestVerbs = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All', 'Search', 'Sse'];
const graphqlDecorators = ['Query', 'Mutation', 'Subscription'];
const eventHandlers = [
  'defineEventHandler',
  'eventHandler',
  'defineCachedEventHandler',
  'cachedEventHandler',
  'defineLazyEventHandler',
  'defineWebSocketHandler',
];
const apiRoute = ['handle', 'get', 'post', 'put', 'patch', 'delete'];

const registrations: readonly AnsweringRegistration[] = [
  row('@nestjs/common', nestVerbs, 'https://docs.nestjs.com/controllers'),
  row('@nestjs/websockets', ['SubscribeMessage'], 'https://docs.nestjs.com/websockets/gateways'),
  row(
    '@nestjs/microservices',
    ['MessagePattern', 'GrpcMethod'],
    'https://docs.nestjs.com/microservices/basics',
  ),
  row('@nestjs/graphql', [...graphqlDecorators, 'ResolveField'], 'https://docs.nestjs.com/graphql/resolvers'),
  row('type-graphql', [...graphqlDecorators, 'FieldResolver'], 'https://typegraphql.com/docs/resolvers.html'),
  row('routing-controllers', nestVerbs, 'https://github.com/typestack/routing-controllers#readme'),
  row('tsoa', nestVerbs, 'https://tsoa-community.github.io/docs/getting-started.html'),
  row('@apollo/server', ['ApolloServer'], 'https://www.apollographql.com/docs/apollo-server/data/resolvers'),
  row(
    'apollo-server',
    ['ApolloServer'],
    'https://www.apollographql.com/docs/apollo-server/v3/data/resolvers',
  ),
  row(
    '@graphql-tools/schema',
    ['makeExecutableSchema'],
    'https://the-guild.dev/graphql/tools/docs/generate-schema',
  ),
  row('graphql-yoga', ['createSchema'], 'https://the-guild.dev/graphql/yoga-server/docs'),
  row('graphql', ['GraphQLObjectType'], 'https://www.graphql-js.org/docs/constructing-types/'),
  row('mercurius', ['defineResolvers'], 'https://mercurius.dev/#/docs/api/options'),
  row(
    '@trpc/server',
    ['query', 'mutation', 'subscription'],
    'https://trpc.io/docs/server/procedures',
    /procedure$/i,
  ),
  row(
    'fastify',
    [...verbs, 'route'],
    'https://fastify.dev/docs/latest/Reference/Routes/',
    /^(?:fastify|server)$/,
  ),
  row('elysia', verbs, 'https://elysiajs.com/essential/handler.html', null),
  row('hono', [...verbs, 'on'], 'https://hono.dev/docs/api/routing', null),
  row('@hapi/hapi', ['route'], 'https://hapi.dev/tutorials/routing', null),
  row('h3', eventHandlers, 'https://h3.dev/guide/basics/handler'),
  row('nitropack', eventHandlers, 'https://nitro.build/guide/routing'),
  row('nitropack/runtime', eventHandlers, 'https://nitro.build/guide/routing'),
  row('#imports', eventHandlers, 'https://nuxt.com/docs/guide/directory-structure/server'),
  row('global', eventHandlers, 'https://nuxt.com/docs/guide/directory-structure/server'),
  row(
    '@modelcontextprotocol/sdk',
    ['tool', 'registerTool', 'resource', 'registerResource', 'prompt', 'registerPrompt', 'setRequestHandler'],
    'https://github.com/modelcontextprotocol/typescript-sdk#readme',
  ),
  row('fastmcp', ['addTool', 'addResource', 'addPrompt'], 'https://github.com/punkpeye/fastmcp#readme'),
  row(
    '@tanstack/react-start',
    ['handler'],
    'https://tanstack.com/start/latest/docs/framework/react/server-functions',
  ),
  row(
    '@tanstack/start',
    ['handler'],
    'https://tanstack.com/start/latest/docs/framework/react/server-functions',
  ),
  row(
    '@tanstack/react-router',
    ['createFileRoute', 'createRoute'],
    'https://tanstack.com/router/latest/docs/framework/react/guide/data-loading',
  ),
  row('next-safe-action', ['action'], 'https://next-safe-action.dev/docs/define-actions/create-the-client'),
  row('next-connect', apiRoute, 'https://github.com/hoangvvo/next-connect#readme'),
  row('astro:actions', ['defineAction'], 'https://docs.astro.build/en/guides/actions/'),
  row(
    '@solidjs/router',
    ['query', 'action', 'cache'],
    'https://docs.solidjs.com/solid-router/reference/data-apis/query',
  ),
  row(
    '@builder.io/qwik-city',
    ['routeLoader$', 'routeAction$', 'server$'],
    'https://qwik.dev/docs/route-loader/',
  ),
  row('firebase-functions', ['onCall'], 'https://firebase.google.com/docs/functions/callable'),
  row('convex', ['query', 'mutation', 'action'], 'https://docs.convex.dev/functions'),
];

function row(
  origin: string,
  names: readonly string[],
  source: string,
  receivers: RegExp | null = null,
): AnsweringRegistration {
  return { package: origin, names, receivers, source };
}

/** Where a call, or a decorator, hands a framework functions that answer. `path` as in `Callees.externals`. */
export function registersAnswers(called: {
  readonly package: string;
  readonly path: readonly string[];
}): boolean {
  const name = called.path.findLast((step) => step !== '()' && step !== 'default');
  return registrations.some(
    (one) => isPackage(called.package, one.package) && name !== undefined && one.names.includes(name),
  );
}

/** The same by the name of a receiver whose origin is not seen: `fastify.get`. */
export function registersByName(receiver: string, name: string): boolean {
  const last = receiver.split('.').at(-1) ?? '';
  return registrations.some((one) => one.names.includes(name) && one.receivers?.test(last) === true);
}

/** `@modelcontextprotocol/sdk/server/mcp.js` is of `@modelcontextprotocol/sdk`. */
function isPackage(name: string, origin: string): boolean {
  return name === origin || name.startsWith(`${origin}/`);
}

/** Properties that answer with whatever is assigned to them, by how the name of their owner ends. */
const answeringProperties: Readonly<Record<string, { readonly owners: RegExp; readonly source: string }>> = {
  body: {
    owners: /^(?:ctx|context|koaContext)(?:\.response)?$/,
    source: 'https://koajs.com/#response-body-',
  },
};

/** Whether an assignment to this property is an answer: `ctx.body = orders` in Koa. */
export function answersByAssignment(owner: string, property: string): boolean {
  const known = own(answeringProperties, property);
  return known?.owners.test(owner.replace(/^this\./, '')) === true;
}

/** The words that make functions callable from a browser, at the top of a file or of a function. */
export const serverActionDirective = 'use server';
