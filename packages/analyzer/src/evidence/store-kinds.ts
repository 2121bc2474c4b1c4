import type { SeenStore } from '../model/evidence.js';

/** What kind of store a package keeps data in; `database` where nothing says otherwise. */
const kinds: readonly (readonly [RegExp, SeenStore['kind']])[] = [
  [/redis|^@upstash\/|memcached|keyv|cache|lru|^@vercel\/kv$|unstorage|^nitropack/, 'key-value'],
  [/client-s3|lib-storage|storage-blob|cloud\/storage|^minio$|^@vercel\/blob$/, 'bucket'],
  [/^(?:node:)?fs(?:\/promises)?$|write-file-atomic|^fs-extra$|^xlsx$|exceljs|csv|sftp/, 'file'],
  [
    /sqs|kinesis|firehose|eventbridge|bull|amqp|kafka|nats|mqtt|pg-boss|bee-queue|pubsub|service-bus|client-lambda/,
    'queue',
  ],
];

export function kindOfPackage(name: string, calleeText: string): SeenStore['kind'] {
  const found = kinds.find(([pattern]) => pattern.test(name));
  if (found !== undefined) return found[1];
  return name === '*' && /\b(?:redis|kv|cache)\w*\./i.test(calleeText) ? 'key-value' : 'database';
}
