/**
 * A map that forgets what was set longest ago when it holds too much. An editor runs for weeks, over many projects and
 * many versions of each file.
 */
export function createBoundedMap<K, V>(most: number): Map<K, V> {
  const map = new Map<K, V>();
  const set = map.set.bind(map);
  return Object.assign(map, {
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
