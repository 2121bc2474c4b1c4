import type { Analysis } from '@leastscope/analyzer';

type Stats = Analysis['stats'];

const words: Readonly<Record<Exclude<keyof Stats, 'compilerLoaded' | 'steps' | 'flowSteps'>, string>> = {
  filesListed: 'files listed',
  filesSearched: 'files searched',
  seeds: 'files with a tell-tale',
  filesParsed: 'files parsed',
  factsReused: 'files known from before',
  filesLinked: 'files linked',
};

/** What was done, one line for each counter. Counters only: times differ from run to run. */
export function statsText(all: readonly Stats[]): string {
  const lines = Object.entries(words).map(([name, said]) => {
    const sum = all.reduce((total, stats) => total + stats[name as keyof typeof words], 0);
    return `${said}: ${String(sum)}\n`;
  });
  const isLoaded = all.some((stats) => stats.compilerLoaded);
  return `${lines.join('')}compiler loaded: ${isLoaded ? 'yes' : 'no'}\n`;
}
