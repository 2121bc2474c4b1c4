import type { Catalog } from './types.js';

/** Whether a name in code calls the platform: `TIKTOK_API_HOST`, `ttsBaseUrl`; not `ATTSTORE_URL`. */
export function mentionsPlatform({ platform }: Pick<Catalog, 'platform'>, name: string): boolean {
  const { inNames, asWords } = platform.names;
  const plain = name.toLowerCase();
  return inNames.some((word) => plain.includes(word)) || wordsOf(name).some((word) => asWords.includes(word));
}

/** `TTS_HOST` and `ttsHost` are `tts` and `host`. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
}
