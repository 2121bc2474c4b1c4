import { describe, expect, it } from 'vitest';
import { blankMarkup, hasMarkup } from './blank-markup.js';

const vue = `<template>\r\n  <p>'text</p>\n</template>\n<script setup lang="ts">\nconst a = 1;\n</script>\n<style>p {}</style>\n<script>\nexport default {};\n</script>`;
const cases = [
  ['a.vue', vue, ['const a = 1;', 'export default {};']],
  ['a.svelte', `<script context="module">\nlet b;\n</script>\n<p>{b}</p>`, ['let b;']],
  ['a.svelte', `<script generics="T extends X<Y>">let c;</script >`, ['let c;']],
  ['a.astro', `---\nconst d = 1;\n---\n<p>{d}</p>\n<script>e();</script>`, ['const d = 1;', 'e();']],
  ['a.astro', `<p>no frontmatter</p>`, []],
  ['a.vue', `<template>no script 😀</template>`, []],
  ['a.vue', `<script>never closed`, []],
  ['a.vue', ``, []],
] as const;

describe('blanked markup', () => {
  it.each(cases)('%s %j keeps the scripts where they are', (file, text, scripts) => {
    const blanked = blankMarkup(file, text);
    expect(blanked.length).toBe(text.length);
    expect(
      blanked
        .split(/\s*[\r\n]+\s*|\s{3,}/)
        .filter((line) => line.trim() !== '')
        .map((line) => line.trim()),
    ).toEqual(scripts);
    for (const script of scripts) expect(blanked.indexOf(script)).toBe(text.indexOf(script));
    expect([...blanked.matchAll(/\r?\n/g)].map(({ index }) => index)).toEqual(
      [...text.matchAll(/\r?\n/g)].map(({ index }) => index),
    );
  });

  it('knows which files have it', () => {
    expect(['a.vue', 'b.svelte', 'c.astro', 'd.ts', 'e.vue.ts'].map(hasMarkup)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
