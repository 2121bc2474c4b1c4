import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** It replaces modules of the plugin while it runs (`vi.doMock`): no other file may share its own. */
const replacesModules = 'packages/eslint-plugin/test/conformance/conformance.test.ts';

/** Each takes as long as dozens of others together. Begun last, one of them would leave all cores but its own idle. */
const longest = [replacesModules, 'packages/analyzer/test/own-compiler.test.ts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      longest.some((path) => moduleId.endsWith(path));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    environment: 'node',
    // Many tests run the command line, some several times; a busy machine must not make them fail.
    testTimeout: 60_000,
    // Left to itself, Vitest leaves one core idle; of two that is half the machine.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // What was compiled is loaded as Node loads it. Through Vite each of its files would cost as much as a source.
    server: { deps: { external: [/\/packages\/[^/]+\/dist\//] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: [
            'packages/*/src/**/*.test.ts',
            'packages/*/tools/**/*.test.ts',
            'packages/*/test/**/*.test.ts',
          ],
          exclude: [replacesModules],
          // A worker loads a module once, not once a file: so no test may leave behind what another one would see.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: [replacesModules] } },
    ],
  },
});
