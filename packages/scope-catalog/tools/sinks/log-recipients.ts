import type { Sink } from '@leastscope/scope-catalog';

/** Whose service a package tells: the first whose beginning fits. Written by hand from the packages' own pages. */
const services: readonly (readonly [begin: string, name: string, domain: string])[] = [
  ['@sentry/', 'Sentry', 'sentry.io'],
  ['posthog', 'PostHog', 'posthog.com'],
  ['mixpanel', 'Mixpanel', 'mixpanel.com'],
  ['@amplitude/', 'Amplitude', 'amplitude.com'],
  ['@segment/', 'Segment', 'segment.com'],
  ['analytics-node', 'Segment', 'segment.com'],
  ['rollbar', 'Rollbar', 'rollbar.com'],
  ['@bugsnag/', 'Bugsnag', 'bugsnag.com'],
  ['@datadog/', 'Datadog', 'datadoghq.com'],
  ['dd-trace', 'Datadog', 'datadoghq.com'],
  ['@google-cloud/', 'Google', 'googleapis.com'],
  ['logrocket', 'LogRocket', 'logrocket.com'],
  ['newrelic', 'New Relic', 'newrelic.com'],
  ['@honeybadger-io/', 'Honeybadger', 'honeybadger.io'],
  ['@axiomhq/', 'Axiom', 'axiom.co'],
  ['next-axiom', 'Axiom', 'axiom.co'],
  ['@logtail/', 'Better Stack', 'betterstack.com'],
  ['@vercel/analytics', 'Vercel', 'vercel.com'],
  ['applicationinsights', 'Microsoft Azure', 'azure.com'],
];

/** A log that is somebody else's service, with whose it is; a log of one's own as it is. */
export function toItsService(sink: Sink): Sink {
  const known =
    sink.names[0] === 'Sentry' ? services[0] : services.find(([begin]) => sink.package.startsWith(begin));
  return known === undefined ? sink : { ...sink, recipient: { name: known[1], domain: known[2] } };
}
