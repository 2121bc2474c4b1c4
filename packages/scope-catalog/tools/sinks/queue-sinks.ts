import type { Sink } from '@leastscope/scope-catalog';
import { sinks, words } from './sink-rows.js';

/** A job or a message carries its data until it is done, and longer. */
export const queueSinks: readonly Sink[] = [
  ...sinks(
    'store',
    ['bullmq', 'bull', '@nestjs/bullmq', '@nestjs/bull'],
    words('add addBulk upsertJobScheduler'),
  ),
  ...sinks('delete', ['bullmq', 'bull'], words('remove obliterate drain clean removeJobs')),
  ...sinks('store', ['pg-boss'], words('send sendAfter insert publish')),
  ...sinks('store', ['agenda'], words('now schedule every create')),
  ...sinks('store', ['amqplib'], words('sendToQueue publish')),
  ...sinks('store', ['kafkajs'], words('producer.send producer.sendBatch')),
  ...sinks('store', ['@google-cloud/pubsub'], words('publishMessage publish publishJSON')),
  ...sinks('store', ['@nestjs/microservices'], words('send emit')),
  ...sinks('store', ['nats'], words('publish request')),
  ...sinks('store', ['mqtt'], words('publish publishAsync')),
  ...sinks('store', ['node-rdkafka'], ['produce']),
  ...sinks('store', ['@confluentinc/kafka-javascript'], words('produce send sendBatch')),
  ...sinks('store', ['@azure/service-bus'], words('sendMessages scheduleMessages')),
  ...sinks('store', ['@upstash/qstash'], words('publish publishJSON batch batchJSON enqueue enqueueJSON')),
  ...sinks('store', ['inngest'], words('send sendEvent')),
  ...sinks('store', ['@trigger.dev/sdk'], words('trigger triggerAndWait batchTrigger batchTriggerAndWait')),
  ...sinks('store', ['graphile-worker'], words('addJob addJobs quickAddJob')),
  ...sinks(
    'store',
    ['@aws-sdk/client-sqs'],
    words('SendMessageCommand.() SendMessageBatchCommand.() sendMessage sendMessageBatch'),
  ),
  ...sinks(
    'store',
    ['@aws-sdk/client-kinesis'],
    words('PutRecordCommand.() PutRecordsCommand.() putRecord putRecords'),
  ),
  ...sinks(
    'store',
    ['@aws-sdk/client-firehose'],
    words('PutRecordCommand.() PutRecordBatchCommand.() putRecord putRecordBatch'),
  ),
  ...sinks('store', ['@aws-sdk/client-eventbridge'], words('PutEventsCommand.() putEvents')),
  ...sinks(
    'store',
    ['@aws-sdk/client-lambda'],
    words('InvokeCommand.() InvokeAsyncCommand.() invoke invokeAsync'),
  ),
];
