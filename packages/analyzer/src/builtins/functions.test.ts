import { describe, expect, it } from 'vitest';
import { functionRow, isEnumeration } from './functions.js';

const effect = (name: string, path: readonly string[], isNew = false): string | undefined =>
  functionRow({ package: name, path }, isNew)?.effect;

describe('the row of a well-known function', () => {
  it.each([
    ['global', ['Object', 'values'], 'values'],
    ['global', ['globalThis', 'JSON', 'stringify'], 'json'],
    ['node:util', ['default', 'inspect'], 'json'],
    ['lodash-es', ['sortBy'], 'sifted'],
    ['zod', ['z', 'object', '()', 'safeParse'], 'validatedSafely'],
    ['node:crypto', ['createHash', '()', 'update'], 'digest'],
    ['bcryptjs', ['default', 'hash'], 'digest'],
    ['p-retry', ['default'], 'ran'],
  ])('%s %j is %s', (name, path, expected) => expect(effect(name, path)).toBe(expected));

  it('tells a constructor from a call', () => {
    expect(effect('global', ['Date'], true)).toBe('answer');
    expect(effect('global', ['Date'])).toBeUndefined();
    expect(effect('global', ['Map'], true)).toBe('mapOfPairs');
  });

  it('knows nothing of what is not in it', () => {
    expect(effect('some-package', ['mask'])).toBeUndefined();
    expect(effect('global', ['toString'])).toBeUndefined();
    expect(effect('global', ['constructor'])).toBeUndefined();
    expect(effect('zod', ['parse'])).toBeUndefined();
  });

  it('knows what goes through all properties', () => {
    expect(isEnumeration({ package: 'global', path: ['Object', 'entries'] }, 1)).toBe(true);
    expect(isEnumeration({ package: 'global', path: ['JSON', 'parse'] }, 2)).toBe(true);
    expect(isEnumeration({ package: 'global', path: ['JSON', 'parse'] }, 1)).toBe(false);
  });
});
