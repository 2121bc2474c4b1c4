import { operations, type Planner } from './planner.js';
import { lineBreakOf } from './range-of.js';

/** The nearest purpose, claimed at the top of a file that belongs to none. What a file is for, only a person knows. */
export const claimPurpose: Planner = ({ rule, data, place }, { textOf }) => {
  const { nearest } = data;
  const text = textOf(place.file);
  if (rule !== 'exceeds-purpose' || typeof nearest !== 'string' || text === null) return null;
  const at = headOf(place.file, text);
  return operations({
    kind: 'claimPurpose',
    rule,
    finding: place,
    file: place.file,
    range: [at, at],
    safety: 'unsafe',
    title: `Claim this file for the purpose \`${nearest}\``,
    purpose: nearest,
    text: `// leastscope-purpose ${nearest}${lineBreakOf(text)}`,
  });
};

/** Where code may begin: behind the line of an interpreter, or inside of the first script. */
function headOf(file: string, text: string): number {
  const opening = /\.(?:vue|svelte)$/.test(file)
    ? /<script\b(?:"[^"]*"|'[^']*'|[^'">])*>[^\S\r\n]*(?:\r\n|\n|\r)/i
    : file.endsWith('.astro')
      ? /^\s*---[^\S\r\n]*(?:\r\n|\n|\r)/
      : /^#![^\r\n]*(?:\r\n|\n|\r)/;
  const found = opening.exec(text);
  return found === null ? 0 : found.index + found[0].length;
}
