import { expect, test } from 'vitest';
import { connect, declare, said } from '../../../test/judge.js';

const about = (text: string) =>
  said('vague-purpose', { yaml: declare({ purposes: connect.replace(/text: .*/, `text: "${text}"`) }) });

test.each([
  ['TODO: say what the app needs this for', 'is still to be written.'],
  ['Shop sync', 'is too short to justify anything: "Shop sync".'],
  [
    'We use the data to improve the user experience',
    'says "improve the user experience", which would fit any app.',
  ],
  ['Read orders of the seller for various purposes', 'says "various purposes", which would fit any app.'],
  ['Import orders, products, shipments and more', 'says "and more", which would fit any app.'],
])('%s', (text, told) => {
  expect(about(text)).toEqual([`scope-declaration.yaml:6:11 error The text of purpose \`connect\` ${told}`]);
});

test.each([
  'Create shipping labels for orders the seller has to dispatch and report tracking back.',
  'Identify the shop the seller connected and renew its authorization.',
  '为卖家需要发货的订单创建运输标签。',
])('is silent on %s', (text) => {
  expect(about(text)).toEqual([]);
});
