import { expect, test } from 'vitest';
import { createMeter } from './meter.js';

/** Asks a question that takes as many steps as it gets. */
function askInVain(meter: ReturnType<typeof createMeter>): void {
  meter.within(20_000, () => {
    while (meter.spend(10));
  });
}

function spentInVain(questions: number): number {
  const meter = createMeter();
  for (let asked = 0; asked < questions; asked += 1) askInVain(meter);
  return meter.spent();
}

test('questions that come to nothing have all their steps at first, and fewer once there were many', () => {
  expect(spentInVain(50)).toBe(50 * 20_000);
  expect(spentInVain(1_000)).toBeLessThan(2.2 * spentInVain(50));
  expect(spentInVain(5_000)).toBeLessThan(4 * spentInVain(50));
});

test('whatever was asked in vain before, a question that needs few steps gets them', () => {
  const meter = createMeter();
  for (let asked = 0; asked < 5_000; asked += 1) askInVain(meter);
  expect(meter.isShort()).toBe(true);
  expect(meter.within(20_000, () => meter.spend(250) && meter.spend(1))).toBe(true);
});

test('questions that had enough steps take none from those that follow', () => {
  const meter = createMeter();
  for (let asked = 0; asked < 1_000; asked += 1) meter.within(20_000, () => meter.spend(19_999));
  expect(meter.isShort()).toBe(false);
});
