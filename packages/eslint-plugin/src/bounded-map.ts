/**
 * A map that forgets what nobody has set or asked for the longest when it holds too much. An editor runs for weeks, over many
 * projects and many versions of each file.
 */
export function createBoundedMap<K, V>(most: number): Map<K, V> {
  const map = new Map<K, V>();
  const set = map.set.bind(map);
  const get = map.get.bind(map);
  return Object.assign(map, {
    get: (key: K): V | undefined => {
      const value = get(key);
      if (value === undefined) return undefined;
      map.delete(key);
      set(key, value);
      return value;
    },
    set: (key: K, value: V): Map<K, V> => {
      map.delete(key);
      set(key, value);
      for (const oldest of map.keys()) {
        if (map.size <= most) break;
        map.delete(oldest);
      }
      return map;
    },
  });
}
