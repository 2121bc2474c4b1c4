import type { Catalog, Platform } from './types.js';

/** How the platform's paths are read: where a version stands in them, and what one looks like. */
export interface PlatformPaths {
  /** Whether one segment is a version. */
  readonly isVersion: (segment: string) => boolean;
  /** Whether a text holds a version as a whole segment, wherever: `…/202309/…`. */
  readonly hasVersion: (text: string) => boolean;
  /** The version of a path: `202309` of `/order/202309/orders`; null where it has none in its place. */
  readonly versionIn: (path: string) => string | null;
  /** Whether the place of the version is open: `/order/{version}/orders`. */
  readonly isVersionOpen: (path: string) => boolean;
  /** The path with another version in that place, open or not; without the segment where `version` is null. */
  readonly withVersion: (path: string, version: string | null) => string;
  /** Whether a path is of the first generation. */
  readonly isLegacy: (path: string) => boolean;
}

const known = new WeakMap<Platform, PlatformPaths>();

/** `platformPaths(catalog).versionIn('/order/202309/orders')` is `202309`. */
export function platformPaths({ platform }: Pick<Catalog, 'platform'>): PlatformPaths {
  const paths = known.get(platform) ?? create(platform);
  known.set(platform, paths);
  return paths;
}

function create({ paths: { beforeVersion, version, legacyStart } }: Platform): PlatformPaths {
  const whole = new RegExp(`^${version}$`);
  const inPlace = (what: string): RegExp => new RegExp(String.raw`^(\s*${beforeVersion})/(${what})(?=/|$)`);
  const anywhere = new RegExp(`/${version}/`);
  const fixed = inPlace(version);
  const open = inPlace(String.raw`\{[^{}]*\}`);
  const replace = (path: string, place: RegExp, other: string | null): string =>
    path.replace(place, (_, before: string) => (other === null ? before : `${before}/${other}`));
  return {
    isVersion: (segment) => whole.test(segment),
    hasVersion: (text) => anywhere.test(text),
    versionIn: (path) => fixed.exec(path)?.[2] ?? null,
    isVersionOpen: (path) => open.test(path),
    withVersion: (path, other) => replace(path, open.test(path) ? open : fixed, other),
    isLegacy: (path) => legacyStart !== '' && path.startsWith(legacyStart),
  };
}
