import { visible } from './visible.js';

/** As character references: Markdown gives them no meaning, not even inside a table. */
export function escapeMarkdown(text: string): string {
  return visible(text).replace(/[&<>"'`*_{}[\]()#!|\\~@:]/g, (char) => `&#${char.charCodeAt(0)};`);
}
