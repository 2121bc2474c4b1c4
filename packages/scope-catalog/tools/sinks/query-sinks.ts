import type { Sink } from '@leastscope/scope-catalog';
import { prismaNames } from './object-sinks.js';
import { named, on, sinks, words } from './sink-rows.js';

const statement = { statement: 'sql' } as const;

/** Drivers that take SQL: its text says what is done with the values. */
const drivers: readonly Sink[] = [
  ...sinks(
    'store',
    ['pg', 'mysql', 'mariadb', 'mssql', '@planetscale/database'],
    words('query execute batch'),
    statement,
  ),
  ...sinks('store', ['mysql2'], words('query execute'), statement),
  ...sinks(
    'store',
    ['better-sqlite3', 'sqlite3', 'sqlite', 'node:sqlite'],
    words('run get all exec each'),
    statement,
  ),
  ...sinks('store', ['@libsql/client'], words('execute batch executeMultiple'), statement),
  ...sinks('store', ['postgres'], words('() unsafe'), statement),
  ...sinks('store', ['@vercel/postgres'], words('sql query'), statement),
  ...sinks('store', ['@neondatabase/serverless'], words('() query'), statement),
  ...sinks('store', ['slonik'], words('query any one many maybeOne exists'), statement),
  ...sinks('store', ['@google-cloud/bigquery'], words('query createQueryJob'), statement),
  ...sinks('store', ['@clickhouse/client', '@clickhouse/client-web'], words('exec command'), statement),
  // CQL writes and deletes with the words of SQL.
  ...sinks('store', ['cassandra-driver'], words('execute batch'), statement),
];

/** Statements written by hand past what an object mapper or a builder offers. */
const rawStatements: readonly Sink[] = [
  ...sinks('store', ['@prisma/client'], words('$executeRaw $executeRawUnsafe $queryRaw $queryRawUnsafe'), {
    ...statement,
    names: prismaNames,
  }),
  ...sinks('store', ['typeorm'], words('query sql'), statement),
  ...sinks('store', ['sequelize', 'sequelize-typescript'], ['query'], statement),
  ...sinks('store', ['knex'], ['raw'], { ...statement, names: ['knex'] }),
  ...sinks('store', ['drizzle-orm'], words('execute run all get'), {
    ...statement,
    names: ['db', 'tx', 'drizzle'],
  }),
  ...sinks('store', ['kysely'], words('sql executeQuery'), statement),
];

/** Rows are put in by calls, whatever is asked in a language. */
const analytical: readonly Sink[] = [
  ...sinks('store', ['@google-cloud/bigquery'], words('insert load createLoadJob')),
  ...sinks('store', ['@clickhouse/client', '@clickhouse/client-web'], ['insert']),
  ...sinks('store', ['neo4j-driver'], words('run executeQuery')),
  ...sinks(
    'store',
    ['@elastic/elasticsearch', '@opensearch-project/opensearch'],
    words('index bulk update create'),
  ),
  ...sinks(
    'delete',
    ['@elastic/elasticsearch', '@opensearch-project/opensearch'],
    words('delete deleteByQuery indices.delete'),
  ),
  ...sinks(
    'store',
    ['algoliasearch'],
    [...words('saveObject saveObjects addOrUpdateObject partialUpdateObject partialUpdateObjects batch')],
  ),
  ...sinks(
    'delete',
    ['algoliasearch'],
    words('deleteObject deleteObjects deleteBy clearObjects deleteIndex'),
  ),
  ...sinks('store', ['@pinecone-database/pinecone'], words('upsert upsertRecords update')),
  ...sinks('delete', ['@pinecone-database/pinecone'], words('deleteOne deleteMany deleteAll deleteIndex')),
];

/** Queries made step by step. */
const builders: readonly Sink[] = [
  ...sinks('store', ['knex'], words('insert update merge upsert batchInsert'), { names: ['knex'] }),
  ...sinks('delete', ['knex'], words('del delete truncate dropTable dropTableIfExists'), { names: ['knex'] }),
  ...sinks('store', ['kysely'], words('values set doUpdateSet')),
  ...sinks('delete', ['kysely'], words('deleteFrom dropTable')),
];

const supabasePackages = words(`
  @supabase/supabase-js @supabase/ssr @supabase/postgrest-js @supabase/auth-helpers-nextjs
`);
const supabaseNames = ['supabase', 'supabaseClient', 'supabaseAdmin', 'supabaseServer'];

/** Databases behind an API. */
const services: readonly Sink[] = [
  ...sinks('store', supabasePackages, words('insert upsert update upload rpc')),
  named('store', supabaseNames, words('insert upsert update upload rpc')),
  ...sinks('delete', supabasePackages, words('delete remove deleteUser')),
  named('delete', supabaseNames, words('delete remove deleteUser')),
  ...sinks('store', ['firebase-admin', '@google-cloud/firestore'], words('set add update create push save')),
  ...sinks(
    'delete',
    ['firebase-admin', '@google-cloud/firestore'],
    words('delete remove recursiveDelete deleteUser'),
  ),
  ...sinks(
    'store',
    ['firebase'],
    [...words('setDoc addDoc updateDoc set push update uploadBytes uploadString uploadBytesResumable')],
  ),
  ...sinks('delete', ['firebase'], words('deleteDoc delete remove deleteObject')),
  ...sinks('store', ['@azure/cosmos'], words('items.create items.upsert items.bulk replace patch')),
  ...sinks('delete', ['@azure/cosmos'], ['delete']),
  ...sinks('store', ['convex'], words('mutation action')),
  ...sinks('store', ['pocketbase'], words('create update')),
  ...sinks('delete', ['pocketbase'], ['delete']),
  named('store', ['firestore'], words('set add update')),
  named('delete', ['firestore'], ['delete']),
];

/** The client's one `send` says nothing, so the command that is made for it counts. */
const commands: readonly Sink[] = [
  ...sinks(
    'store',
    ['@aws-sdk/client-dynamodb'],
    [
      ...words(
        'PutItemCommand.() UpdateItemCommand.() BatchWriteItemCommand.() TransactWriteItemsCommand.()',
      ),
      ...words('putItem updateItem batchWriteItem transactWriteItems'),
    ],
  ),
  ...sinks(
    'delete',
    ['@aws-sdk/client-dynamodb'],
    words('DeleteItemCommand.() DeleteTableCommand.() deleteItem deleteTable'),
  ),
  ...sinks(
    'store',
    ['@aws-sdk/lib-dynamodb'],
    [
      ...words('PutCommand.() UpdateCommand.() BatchWriteCommand.() TransactWriteCommand.()'),
      ...words('put update batchWrite transactWrite'),
    ],
  ),
  ...sinks('delete', ['@aws-sdk/lib-dynamodb'], words('DeleteCommand.() delete')),
  ...sinks(
    'store',
    ['@aws-sdk/client-s3'],
    words('PutObjectCommand.() UploadPartCommand.() putObject uploadPart'),
  ),
  ...sinks(
    'delete',
    ['@aws-sdk/client-s3'],
    [...words('DeleteObjectCommand.() DeleteObjectsCommand.() deleteObject deleteObjects')],
  ),
  ...sinks('store', ['@aws-sdk/lib-storage'], ['Upload.()']),
  ...sinks(
    'store',
    ['aws-sdk'],
    [
      ...on('DynamoDB', words('putItem updateItem batchWriteItem transactWriteItems')),
      ...on('DocumentClient', words('put update batchWrite transactWrite')),
      ...on('S3', words('putObject upload uploadPart')),
      ...on('SQS', words('sendMessage sendMessageBatch')),
    ],
  ),
  ...sinks(
    'delete',
    ['aws-sdk'],
    [...words('DynamoDB.deleteItem DocumentClient.delete S3.deleteObject S3.deleteObjects')],
  ),
  ...sinks('store', ['@google-cloud/storage'], words('save upload')),
  ...sinks('delete', ['@google-cloud/storage'], words('delete deleteFiles')),
  ...sinks('store', ['@azure/storage-blob'], words('upload uploadData uploadFile uploadStream appendBlock')),
  ...sinks('delete', ['@azure/storage-blob'], words('delete deleteIfExists deleteBlob deleteContainer')),
  ...sinks('store', ['minio'], words('putObject fPutObject')),
  ...sinks('delete', ['minio'], words('removeObject removeObjects removeBucket')),
  ...sinks('store', ['cloudinary'], words('uploader.upload uploader.upload_stream uploader.upload_large')),
  ...sinks('delete', ['cloudinary'], words('uploader.destroy api.delete_resources')),
  ...sinks('store', ['@vercel/blob'], ['put']),
  ...sinks('delete', ['@vercel/blob'], ['del']),
];

export const querySinks: readonly Sink[] = [
  ...drivers,
  ...rawStatements,
  ...analytical,
  ...builders,
  ...services,
  ...commands,
];
