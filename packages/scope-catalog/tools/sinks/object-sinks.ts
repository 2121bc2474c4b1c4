import type { Sink } from '@leastscope/scope-catalog';
import { sinks, words } from './sink-rows.js';

const mongoWrites = words(`
  insertOne insertMany updateOne updateMany replaceOne findOneAndUpdate findOneAndReplace bulkWrite
`);
export const prismaNames = ['prisma', 'prismaClient', 'prismaService', 'db', 'tx'];
const mongoDeletes = words('deleteOne deleteMany findOneAndDelete');

/** What an object mapper or a document database is told to keep, and to forget. */
export const objectSinks: readonly Sink[] = [
  ...sinks(
    'store',
    ['@prisma/client'],
    [...words('create createMany createManyAndReturn update updateMany updateManyAndReturn upsert')],
    { names: prismaNames },
  ),
  ...sinks('delete', ['@prisma/client'], words('delete deleteMany'), { names: prismaNames }),
  ...sinks('store', ['drizzle-orm'], words('values set onConflictDoUpdate onDuplicateKeyUpdate'), {
    names: ['db', 'tx', 'drizzle'],
  }),
  ...sinks('delete', ['drizzle-orm'], ['delete']),
  ...sinks(
    'store',
    ['typeorm'],
    words('save insert update upsert values set orUpdate increment decrement updateAll'),
  ),
  ...sinks('delete', ['typeorm'], words('delete remove softDelete softRemove clear dropDatabase')),
  ...sinks(
    'store',
    ['sequelize', 'sequelize-typescript'],
    [...words('create bulkCreate update upsert save findOrCreate findCreateFind bulkInsert bulkUpdate')],
  ),
  ...sinks('delete', ['sequelize', 'sequelize-typescript'], words('destroy truncate drop bulkDelete')),
  ...sinks(
    'store',
    ['mongoose'],
    [
      ...words('create insertMany save updateOne updateMany replaceOne bulkWrite bulkSave'),
      ...words('findOneAndUpdate findOneAndReplace findByIdAndUpdate insertOne'),
    ],
  ),
  ...sinks(
    'delete',
    ['mongoose'],
    [
      ...words(
        'deleteOne deleteMany findOneAndDelete findByIdAndDelete findByIdAndRemove remove dropCollection dropDatabase',
      ),
    ],
  ),
  ...sinks('store', ['mongodb'], mongoWrites, { names: ['mongo', 'collection'] }),
  ...sinks('delete', ['mongodb'], [...mongoDeletes, 'drop', 'dropCollection', 'dropDatabase'], {
    names: ['mongo', 'collection'],
  }),
  ...sinks(
    'store',
    ['@mikro-orm/core'],
    [
      ...words(
        'create persist persistAndFlush insert insertMany upsert upsertMany nativeInsert nativeUpdate assign',
      ),
    ],
  ),
  ...sinks('delete', ['@mikro-orm/core'], words('remove removeAndFlush nativeDelete')),
  ...sinks(
    'store',
    ['objection'],
    [
      ...words(
        'insert insertAndFetch insertGraph upsertGraph update updateAndFetchById patch patchAndFetchById',
      ),
    ],
  ),
  ...sinks('delete', ['objection'], words('delete deleteById')),
];
