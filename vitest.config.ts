import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'packages/*/tools/**/*.test.ts', 'packages/*/test/**/*.test.ts'],
    environment: 'node',
    // Many tests run the built command line, some several times; a busy machine must not make them fail.
    testTimeout: 60_000,
    // Left to itself, Vitest leaves one core idle; of two that is half the machine.
    maxWorkers: '100%',
  },
});
