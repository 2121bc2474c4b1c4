import { describe, expect, it } from 'vitest';
import { importsAtHead } from './imports-at-head.js';

const told = (text: string): string =>
  importsAtHead(text)
    .map(([module, names]) => `${module}: ${names.join(' ')}`)
    .join('; ');

describe('imports at the head of a file', () => {
  it.each([
    ["import a from 'x';", 'x: default'],
    ['import { a, type B, c as d } from \'./x\'\nimport * as all from "y"', './x: a B c; y: *'],
    ["import a, { b } from 'x';import c, * as d from 'y';", 'x: default b; y: default *'],
    ["import type { A } from 'x';", 'x: A'],
    ["import type from 'x';", 'x: default'],
    ["import type, { type } from 'x';", 'x: default type'],
    ["import {\n  a,\n  b,\n} from 'x';", 'x: a b'],
    ["#!/usr/bin/env node\n// first\n'use client';\n/* then */ import { a } from 'x';", 'x: a'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it.each([
    ['behind other statements', "import { a } from 'x';\nrun();\nimport { b } from 'y';", 'x: a'],
    ['with a comment in a list', "import { a /* the first */ } from 'x';", ''],
    ['in a text', "`import { a } from 'x';`", ''],
    ['in a comment', "// import { a } from 'x';", ''],
    ['for what they do alone', "import 'x';\nimport { a } from 'y';", ''],
    ['of a name that is no plain one', "import { 'a-b' as c } from 'x';", ''],
    ['in markup', "<script>\nimport { a } from 'x';\n</script>", ''],
  ])('tells nothing of those %s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });
});
