import { formatsOf, kindNames, writeReport, type Dossier, type Format } from '@leastscope/documents';
import { afterAll, describe, expect, it } from 'vitest';
import { evil, hostile } from '../planted/hostile.js';
import { createPlantedApp } from '../planted/judged-app.js';

const app = createPlantedApp();
afterAll(app.remove);
const clean = await app.dossier([]);
const harmed = await app.dossier(hostile);
const judged = await app.judge(hostile);

/** What a format must not let through, and a text that would. */
const checks: Partial<Record<Format, readonly [(text: string, same: string) => readonly unknown[], string]>> =
  {
    md: [(text) => text.match(/<(?!br>)|(?<!\\)\]\(/g) ?? [], evil],
    csv: [(text) => fieldsOf(text).filter((field) => /^\s*[=+@|-]/.test(field)), `${evil}\r\n`],
    html: [(text, same) => tagsOf(text).filter((tag) => !tagsOf(same).includes(tag)), evil],
    svg: [(text, same) => tagsOf(text).filter((tag) => !tagsOf(same).includes(tag)), evil],
  };

const outputs = kindNames.flatMap((kind) => formatsOf(kind).map((format) => [kind, format] as const));

it.each(outputs)('%s as %s', async (kind, format) => {
  const text = await written(kind, format, harmed);
  expect(text).toContain('evil');
  expect(text).not.toContain('\u202e');
  const [harmIn] = checks[format] ?? [];
  expect(harmIn?.(text, await written(kind, format, clean)) ?? []).toEqual([]);
  if (format === 'json' || format === 'jsonld') expect(JSON.parse(text)).toBeTypeOf('object');
});

describe('each check can fail', () => {
  it.each(Object.keys(checks) as Format[])('%s', (format) => {
    const [harmIn, bare = ''] = checks[format] ?? [];
    expect(harmIn?.(bare, '')).not.toEqual([]);
  });
});

it('report --check shows what turns the reading direction', () => {
  expect(judged.exit).toBe(1);
  expect(judged.gaps.join('\n')).toContain('evil');
  expect(judged.gaps.join('\n')).not.toContain('\u202e');
});

function written(kind: (typeof kindNames)[number], format: Format, dossier: Dossier): Promise<string> {
  return writeReport(kind, format, dossier);
}

/** The fields of a CSV as a spreadsheet takes them. */
function fieldsOf(csv: string): readonly string[] {
  return [...csv.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/gm)].map(([, inQuotes, bare = '']) =>
    (inQuotes ?? bare).replaceAll('""', '"'),
  );
}

function tagsOf(html: string): readonly string[] {
  return [...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name = '']) => name.toLowerCase());
}
