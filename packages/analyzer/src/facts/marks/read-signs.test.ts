import { loadCatalog, tellTales } from '@leastscope/scope-catalog';
import { describe, expect, it } from 'vitest';
import { readSigns } from './read-signs.js';

const words = { ...tellTales(loadCatalog()), switches: ['need_data=true', 'fields'] };

describe('switches that a text sets', () => {
  it.each([
    ['query({ need_data: true })', ['need_data=true']],
    ['`/messages?need_data=true`', ['need_data=true']],
    ["params.set('need_data', 'true')", ['need_data=true']],
    // A value from elsewhere may be the one.
    ['query({ need_data: wanted })', ['need_data=true']],
    ['query({ need_data: false })', []],
    ["params.set('need_data', 'false')", []],
    ['query({ needs_data: true })', []],
    ['body({ fields: [] })', ['fields']],
  ])('%s', (text, expected) => expect(readSigns(text, words).switches).toEqual(expected));
});

it('the header, the signature and the versions, wherever they stand', () => {
  const text = "headers['X-TTS-Access-Token']; app_key; sign; const version = '202309';";
  expect(readSigns(text, words)).toMatchObject({ tokenHeader: true, signing: true, versions: ['202309'] });
  expect(readSigns('host: "open-api.tiktokglobalshop.com", port', words)).toMatchObject({ ownHost: true });
  expect(readSigns('open-api.tiktokglobalshop.com.mirror.example', words)).toMatchObject({ ownHost: false });
  expect(readSigns('// https://partner.tiktokshop.com/docv2', words)).toMatchObject({ ownHost: false });
  expect(readSigns('my_app_key; sign', words)).toMatchObject({ tokenHeader: false, signing: false });
});
