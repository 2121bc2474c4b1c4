import { expect, test } from 'vitest';
import type { DeclaredRecipient } from '../model/declaration.js';
import {
  isConfigured,
  isDeclaredHost,
  isOwnNetwork,
  mayBeConfigured,
  mayOwn,
  ownerOf,
} from './recipient-of-host.js';

test.each([
  ['api.carrier.example', 'carrier-api'],
  ['api.carrier.example', 'Carrier GmbH'],
  ['api.hermes-germany.de', 'Hermes Germany GmbH'],
  ['carrier.herokuapp.com', 'Carrier'],
  ['hooks.zapier.com:443', 'zapier'],
  ['api.goshippo.com', 'Shippo'],
  ['api.dhlparcel.example', 'DHL'],
  ['api.carrier.co.uk', 'The Carrier'],
  ['x.dp.de', 'anybody: the host says too little'],
])('%s may be of %s', (host, name) => {
  expect(mayOwn([name], host)).toBe(true);
});

test.each([
  ['api.carrier.example', 'Other Ltd'],
  ['api.mailgun.net', 'api'],
  ['api.mailgun.net', 'net'],
  ['carrier.evil.ru', 'carrier'],
  ['evil-carrier.com', 'Carrier GmbH'],
])('%s is not of %s', (host, name) => {
  expect(mayOwn([name], host)).toBe(false);
});

test('names the owner, and knows the own network', () => {
  expect(ownerOf('api.carrier.co.uk')).toBe('carrier');
  expect(ownerOf('a.b')).toBe('a.b');
  for (const host of ['localhost', 'localhost:3000', 'db.internal', '10.0.0.7', 'orders.default.svc'])
    expect(isOwnNetwork(host)).toBe(true);
  expect(isOwnNetwork('api.carrier.example')).toBe(false);
});

test('the name of a variable is no host, and tells whom it may mean', () => {
  expect(['ERP_URL', 'CRM', 'erp.example.com', 'localhost'].map(isConfigured)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(mayBeConfigured(['Our ERP'], 'ERP_URL')).toBe(true);
  expect(mayBeConfigured(['own-warehouse'], 'WAREHOUSE_BASE_URL')).toBe(true);
  expect(mayBeConfigured(['Carrier GmbH'], 'API_BASE_URL')).toBe(true);
  expect(mayBeConfigured(['Carrier GmbH'], 'ERP_URL')).toBe(false);
});

test('where hosts are bound, only these and those below are the recipient', () => {
  const carrier = { id: 'carrier', name: 'Carrier GmbH', aka: [], hosts: [] } as unknown as DeclaredRecipient;
  expect(isDeclaredHost(carrier, 'carrier.com')).toBe(true);
  expect(isDeclaredHost(carrier, 'carrier.evil.ru')).toBe(false);
  const bound = { ...carrier, hosts: ['api.carrier.example', '*.labels.example'] };
  for (const host of ['api.carrier.example', 'eu.api.carrier.example', 'x.labels.example'])
    expect(isDeclaredHost(bound, host), host).toBe(true);
  for (const host of ['carrier.com', 'carrier.example', 'carrier.evil.ru', 'xapi.carrier.example'])
    expect(isDeclaredHost(bound, host), host).toBe(false);
});
