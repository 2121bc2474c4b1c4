import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'packages/*/tools/**/*.test.ts', 'packages/*/test/**/*.test.ts'],
    environment: 'node',
  },
});
