import type { Sink } from '@leastscope/scope-catalog';
import { named, on, sinks, words } from './sink-rows.js';

/** Both spellings of Redis commands: `setex` of ioredis, `setEx` of node-redis. */
const redisWrites = words(`
  set setex setEx setnx setNX psetex pSetEx mset mSet msetnx mSetNX getset getSet append setrange setRange
  hset hSet hsetnx hSetNX hmset lpush lPush lpushx lPushX rpush rPush rpushx rPushX lset lSet linsert lInsert
  sadd sAdd zadd zAdd xadd xAdd geoadd geoAdd json.set
`);
const redisDeletes = words(`
  del unlink getdel getDel hdel hDel lrem lRem srem sRem zrem zRem xdel xDel flushall flushAll flushdb flushDb json.del
`);
const redisPackages = ['redis', '@redis/client', 'ioredis', '@upstash/redis', '@vercel/kv'];
const redisNames = ['redis', 'redisClient', 'ioredis'];

/** Stores of server frameworks, over whatever lies below them. */
const storagePackages = ['unstorage', 'nitropack/runtime', 'nitropack', '@netlify/blobs'];

const caches: readonly Sink[] = [
  ...sinks('store', redisPackages, redisWrites),
  named('store', redisNames, redisWrites),
  ...sinks('delete', redisPackages, redisDeletes),
  named('delete', redisNames, redisDeletes),
  ...sinks(
    'store',
    ['lru-cache', 'quick-lru', 'keyv', 'cache-manager', 'memory-cache'],
    words('set put mset'),
  ),
  ...sinks(
    'delete',
    ['lru-cache', 'quick-lru', 'keyv', 'cache-manager', 'memory-cache'],
    words('delete del mdel clear reset'),
  ),
  ...sinks('store', ['node-cache'], words('set mset')),
  ...sinks('delete', ['node-cache'], words('del take flushAll close')),
  ...sinks('store', ['@nestjs/cache-manager'], ['set']),
  ...sinks('delete', ['@nestjs/cache-manager'], words('del reset clear')),
  ...sinks('store', storagePackages, words('setItem setItemRaw setItems set setJSON')),
  ...sinks('delete', storagePackages, words('removeItem clear dispose delete')),
  named('store', ['useStorage'], words('setItem setItemRaw setItems')),
  named('delete', ['useStorage'], words('removeItem clear')),
  named('store', ['cacheManager'], ['set']),
  named('delete', ['cacheManager'], words('del reset clear')),
];

const browser: readonly Sink[] = [
  ...sinks('store', ['global'], on('localStorage sessionStorage', ['setItem'])),
  ...sinks('delete', ['global'], on('localStorage sessionStorage', ['removeItem', 'clear'])),
  ...sinks('store', ['localforage'], ['setItem']),
  ...sinks('delete', ['localforage'], words('removeItem clear dropInstance')),
  ...sinks('store', ['idb'], words('put add')),
  ...sinks('delete', ['idb'], words('delete clear')),
  ...sinks('store', ['idb-keyval'], words('set setMany update')),
  ...sinks('delete', ['idb-keyval'], words('del delMany clear')),
  ...sinks('store', ['dexie'], words('add bulkAdd put bulkPut update bulkUpdate upsert')),
  ...sinks('delete', ['dexie'], words('delete bulkDelete clear')),
  ...sinks(
    'store',
    ['@react-native-async-storage/async-storage'],
    words('setItem multiSet mergeItem multiMerge'),
  ),
  ...sinks('delete', ['@react-native-async-storage/async-storage'], words('removeItem multiRemove clear')),
  named('store', ['objectStore'], words('put add')),
  named('delete', ['objectStore'], words('delete clear')),
];

export const keyValueSinks: readonly Sink[] = [...caches, ...browser];
