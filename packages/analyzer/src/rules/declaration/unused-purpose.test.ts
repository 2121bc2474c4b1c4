import { expect, test } from 'vitest';
import {
  call,
  cleanCalls,
  claim,
  connect,
  declare,
  openCall,
  read,
  said,
  ship,
} from '../../../test/judge.js';

const yaml = declare({ purposes: `${connect}${ship}${read}` });

test('a purpose whose code calls nothing', () => {
  expect(said('unused-purpose', { yaml, uses: cleanCalls })).toEqual([
    'scope-declaration.yaml:17:11 warning Purpose `read` covers no call, webhook or manual use.',
  ]);
});

test('is silent for whatever may serve it', () => {
  const silent = (story: Parameters<typeof said>[1]) => expect(said('unused-purpose', story)).toEqual([]);
  silent({ yaml, uses: [...cleanCalls, call('src/read/a.ts:1', 'GET /dark/202309/matter')] });
  silent({ yaml, uses: cleanCalls, open: [openCall('src/read/a.ts:1')] });
  silent({ yaml, uses: cleanCalls, unread: [{ file: 'src/read/a.ts', reason: 'syntax', place: null }] });
  silent({ yaml, uses: cleanCalls, directives: [claim('src/ship/orders.ts:1', 'read')] });
  silent({ yaml: `${yaml}webhooks: [1]\n`, uses: cleanCalls });
  silent({ yaml: `${yaml}deletion: { handler: src/read/gone.ts#gone }\n`, uses: cleanCalls });
  const manual = 'manualUsage: [{ endpoint: GET /order/202507/orders, purpose: read, where: worker }]\n';
  silent({ yaml: `${yaml}${manual}`, uses: cleanCalls });
  silent({ yaml });
});
