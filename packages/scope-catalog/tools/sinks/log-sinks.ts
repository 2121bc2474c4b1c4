import { toItsService } from './log-recipients.js';
import type { Sink } from '@leastscope/scope-catalog';
import { named, on, sinks, words } from './sink-rows.js';

const levels = words('trace debug info warn error fatal');
/** What a child is made with stands in every line that it writes. */
const child = ['child'];

const consoleMethods = on(
  'console',
  words('log info warn error debug trace table dir dirxml group groupCollapsed timeLog'),
);
const standardStreams = ['process.stdout.write', 'process.stderr.write'];

const loggers: readonly Sink[] = [
  ...sinks('log', ['global'], [...consoleMethods, ...standardStreams]),
  ...sinks('log', ['node:console'], words('log info warn error debug trace table dir dirxml')),
  ...sinks('log', ['node:process'], ['stdout.write', 'stderr.write']),
  ...sinks(
    'log',
    [
      ...words('pino bunyan roarr nestjs-pino next-axiom'),
      ...words('@logtail/node @logtail/edge @axiomhq/logging'),
    ],
    [...levels, ...child],
  ),
  ...sinks(
    'log',
    ['winston', 'nest-winston'],
    [
      ...words('log error warn info http verbose debug silly write'),
      ...words('emerg alert crit warning notice'),
      ...child,
    ],
  ),
  ...sinks('log', ['log4js'], [...levels, 'log', 'mark']),
  ...sinks('log', ['debug'], ['()', 'log']),
  ...sinks(
    'log',
    ['@nestjs/common'],
    on('Logger ConsoleLogger', words('log error warn debug verbose fatal')),
  ),
  ...sinks('log', ['consola'], [...levels, ...words('log success start ready fail box verbose')]),
  ...sinks('log', ['loglevel'], words('trace debug log info warn error')),
  ...sinks('log', ['tslog'], words('silly trace debug info warn error fatal log')),
  ...sinks(
    'log',
    ['signale'],
    [
      ...words('await complete debug error fatal fav info log note pause pending'),
      ...words('star start success wait warn watch'),
    ],
  ),
  ...sinks('log', ['npmlog', 'proc-log'], words('log silly verbose info http notice warn error')),
  ...sinks('log', ['electron-log'], words('error warn info verbose debug silly log')),
  ...sinks(
    'log',
    ['@aws-lambda-powertools/logger'],
    [...words('trace debug info warn error critical'), ...words('appendKeys appendPersistentKeys')],
  ),
  ...sinks('log', ['firebase-functions'], words('log debug info warn error write')),
  ...sinks(
    'log',
    ['@google-cloud/logging'],
    words('log.write alert critical debug emergency error info notice warning'),
  ),
  ...sinks('log', ['fastify'], on('log', [...levels, ...child])),
  ...sinks('log', ['@logtape/logtape'], [...levels, 'warning']),
  ...sinks('log', ['@opentelemetry/api-logs'], ['emit']),
];

const sentryPackages = words(`
  angular astro aws-serverless browser bun cloudflare core deno electron gatsby google-cloud-serverless nestjs nextjs
  node node-core nuxt react react-native react-router remix serverless solid solidstart svelte sveltekit
  tanstackstart-react vue
`).map((name) => `@sentry/${name}`);

/** What happens in the app, told to a service that watches over it. */
const watchers: readonly Sink[] = [
  ...sinks('log', sentryPackages, [
    ...words(
      'captureException captureMessage captureEvent captureFeedback captureUserFeedback addBreadcrumb',
    ),
    ...words('setContext setContexts setExtra setExtras setTag setTags setUser setAttribute setAttributes'),
    ...on('logger', levels),
  ]),
  ...sinks('log', ['rollbar'], words('log debug info warning warn error critical')),
  ...sinks(
    'log',
    ['@bugsnag/js', '@bugsnag/node', '@bugsnag/browser', '@bugsnag/react-native'],
    [...words('notify leaveBreadcrumb addMetadata setUser')],
  ),
  ...sinks(
    'log',
    ['@datadog/browser-logs'],
    [...words('log debug info warn error'), ...words('setUser setGlobalContext')],
  ),
  ...sinks('log', ['@datadog/browser-rum'], words('addAction addError setUser setGlobalContext')),
  ...sinks('log', ['dd-trace'], words('setTag addTags setUser')),
  ...sinks(
    'log',
    ['newrelic'],
    [
      ...words(
        'noticeError addCustomAttribute addCustomAttributes addCustomSpanAttribute addCustomSpanAttributes',
      ),
      ...words('recordCustomEvent recordLogEvent setUserID'),
    ],
  ),
  ...sinks(
    'log',
    ['applicationinsights'],
    [...words('trackEvent trackTrace trackException trackDependency trackRequest trackMetric')],
  ),
  ...sinks('log', ['@opentelemetry/api'], words('setAttribute setAttributes addEvent recordException')),
  ...sinks(
    'log',
    ['elastic-apm-node'],
    [...words('captureError setCustomContext setUserContext setLabel addLabels')],
  ),
  ...sinks('log', ['@honeybadger-io/js'], words('notify setContext')),
  ...sinks('log', ['@google-cloud/error-reporting'], ['report']),
  ...sinks('log', ['@axiomhq/js'], words('ingest ingestRaw')),
  ...sinks(
    'log',
    ['logrocket'],
    words('log info warn error debug identify track captureException captureMessage'),
  ),
];

/** What users do, told to a service that counts it. */
const analytics: readonly Sink[] = [
  ...sinks(
    'log',
    ['posthog-js'],
    [...words('capture captureException identify alias groupIdentify group register people.set')],
  ),
  ...sinks(
    'log',
    ['posthog-node'],
    [
      ...words('capture captureException identify alias groupIdentify group register setPersonProperties'),
      ...words('captureImmediate captureExceptionImmediate identifyImmediate aliasImmediate'),
      ...words('groupIdentifyImmediate'),
    ],
  ),
  ...sinks(
    'log',
    ['mixpanel', 'mixpanel-browser'],
    [...words('track import identify register people.set people.set_once people.append people.union')],
  ),
  ...sinks(
    'log',
    ['@segment/analytics-node', '@segment/analytics-next', 'analytics-node'],
    [...words('track identify page screen group alias')],
  ),
  ...sinks(
    'log',
    ['@amplitude/analytics-node', '@amplitude/analytics-browser'],
    [...words('track logEvent identify groupIdentify revenue setUserId')],
  ),
  ...sinks('log', ['@vercel/analytics'], ['track']),
];

/** By name: `dialog` and `catalog` end in no such word. */
const namedLoggers: readonly Sink[] = [
  named(
    'log',
    ['logger', 'loggerService', 'log'],
    [...levels, ...words('log verbose notice silly critical warning http'), ...child],
  ),
  named(
    'log',
    ['Sentry'],
    [
      ...words(
        'captureException captureMessage captureEvent addBreadcrumb setContext setExtra setExtras setTag setTags setUser',
      ),
    ],
  ),
  named('log', ['posthog', 'mixpanel'], words('capture track identify')),
];

export const logSinks: readonly Sink[] = [...loggers, ...watchers, ...analytics, ...namedLoggers].map(
  toItsService,
);
