import { cellsOf, countGaps, type Paper } from '../cells/table.js';

const deceptive = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The cells as they are, with the counts of gaps first. The same value when parsed, harmless when printed. */
export function toJson(paper: Paper): string {
  const { intro, kind, paragraphs, tables, title } = paper;
  return safeJson({ gaps: countGaps(cellsOf(paper)), schema: 1, kind, title, intro, tables, paragraphs });
}

export function safeJson(value: unknown): string {
  const text = JSON.stringify(value, null, 1);
  return `${text.replace(deceptive, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
