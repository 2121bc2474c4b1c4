import { mentionsPlatform, type Catalog } from '@leastscope/scope-catalog';
import { placeOf } from '../lookups/place-of.js';
import type { FileFacts } from '../model/facts.js';
import type { PublicSecret } from '../model/needs.js';
import { oncePer } from '../util/once-per.js';
import { isSecretName } from '../lookups/secret-names.js';

/**
 * Prefixes by which bundlers write a variable of the environment into what browsers load. From the documentation of
 * Next.js, Vite, Create React App, Vue CLI, Nuxt, SvelteKit and Astro, Expo, Gatsby.
 */
const publicPrefix = /^(?:NEXT_PUBLIC|VITE|REACT_APP|VUE_APP|NUXT_PUBLIC|PUBLIC|EXPO_PUBLIC|GATSBY)_/;

/** Secrets of the platform's app that are read from a variable which every visitor of the page gets. */
export function publicSecretsIn(catalog: Catalog, files: readonly FileFacts[]): readonly PublicSecret[] {
  return files.flatMap((facts) =>
    publicSecretsOf(facts).filter(
      // `NEXT_PUBLIC_APP_SECRET` may be anybody's, but where requests to the platform are signed.
      ({ variable }) => mentionsPlatform(catalog, variable) || facts.signs.signing,
    ),
  );
}

const publicSecretsOf = oncePer(({ file, lineStarts, accesses }: FileFacts): readonly PublicSecret[] =>
  accesses.flatMap(({ value, span }) => {
    if (value.kind !== 'member' || !isSecretName(value.name)) return [];
    const prefix = publicPrefix.exec(value.name)?.[0];
    return prefix === undefined
      ? []
      : [{ variable: value.name, prefix, place: placeOf(file, lineStarts, span) }];
  }),
);
