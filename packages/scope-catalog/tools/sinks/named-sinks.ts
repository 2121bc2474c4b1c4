import type { Sink } from '@leastscope/scope-catalog';
import { named, words } from './sink-rows.js';

const containers = ['repository', 'model', 'entityManager'];

/** Receivers of no package in particular: only names and methods that together leave no doubt. */
export const namedSinks: readonly Sink[] = [
  named('store', ['repository', 'entityManager'], words('save insert upsert')),
  named(
    'store',
    ['model'],
    [
      ...words(
        'insertMany updateOne updateMany replaceOne findOneAndUpdate findByIdAndUpdate bulkWrite bulkCreate',
      ),
    ],
  ),
  named('store', ['kv'], words('put set')),
  named(
    'delete',
    [...containers, 'kv'],
    [...words('delete deleteOne deleteMany destroy remove softDelete findOneAndDelete findByIdAndDelete')],
  ),
];
