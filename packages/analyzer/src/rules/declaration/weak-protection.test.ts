import { expect, test } from 'vitest';
import { declare, said } from '../../../test/judge.js';

const says = (more: string) => said('weak-protection', { yaml: declare({ more }) });
const store = (how: string) => says(`storage: [{ id: db, kind: postgres, encryptionAtRest: ${how} }]\n`);

test('ciphers at rest', () => {
  for (const weak of ['AES-128', 'aes128', '3DES', '{ algorithm: AES-192, scope: disk }', 'none'])
    expect(store(weak), weak).toHaveLength(1);
  for (const fine of ['AES-256', 'AES-256-GCM', 'managed by the provider', 'ChaCha20-Poly1305'])
    expect(store(fine), fine).toEqual([]);
});

test('protocols in transit', () => {
  for (const weak of ['TLS1.1', 'TLS 1.0', 'TLSv1', 'SSLv3'])
    expect(says(`protection: { inTransit: ${weak} }\n`), weak).toHaveLength(1);
  for (const fine of ['TLS1.2', 'TLSv1.3', 'TLS 1.2 or newer, never TLS 1.1', 'HTTPS'])
    expect(says(`protection: { inTransit: '${fine}' }\n`), fine).toEqual([]);
});
