import type { Held } from './held.js';
import { createJsonWalk, type JsonWalk } from './json-walk.js';
import type { WitnessReader } from './witness-reader.js';

/** Longer than any line of a log. What follows on such a line is dropped. */
const longestLine = 16_384;

/** What does not go on like this began like JSON by chance: `[2026-11-01T00:00:00Z] "GET …`, `{ no JSON`. */
const looksLikeJson = /^(?:\{\s*["}]|\[\s*["[{\]])/;

/** Tells documents and lines of text apart as they come, by how they begin. */
export class Lines {
  private state: 'between' | 'json' | 'text' | 'skip' = 'between';
  private walk: JsonWalk | null = null;
  /** Of a text the line so far; of JSON its first line, as long as it may still turn out to be a text. */
  private line = '';
  private isFirstLine = false;
  private isTold = false;
  private broken = 0;

  constructor(
    private readonly reader: WitnessReader,
    private readonly held: Held,
  ) {}

  /** A part of a line, with its end or without. */
  push(part: string): void {
    if (this.state === 'between') this.begin(part.trimStart());
    else if (this.state === 'json') this.pushJson(part);
    else if (this.state === 'text') this.keep(part);
  }

  endLine(): void {
    if (this.state === 'text') this.reader.line(this.line.trimEnd());
    if (!this.isOpen()) this.state = 'between';
    this.isFirstLine = false;
    this.forget();
  }

  /** How many documents were broken. */
  finish(): number {
    if (this.isOpen()) this.broken += 1;
    this.endLine();
    return this.broken;
  }

  private isOpen(): boolean {
    return this.state === 'json' && (this.walk?.depth() ?? 0) > 0;
  }

  private begin(text: string): void {
    if (text === '') return;
    if (!/^[[{]/.test(text)) {
      this.state = 'text';
      this.keep(text);
      return;
    }
    this.state = 'json';
    this.isFirstLine = true;
    this.isTold = false;
    const value = (path: string, said: string): void => {
      this.isTold = true;
      this.reader.value(path, said);
    };
    this.walk = createJsonWalk(this.reader.wanted, { ...this.reader, value }, this.held);
    this.pushJson(text);
  }

  private pushJson(part: string): void {
    if (this.isFirstLine) this.keep(part);
    try {
      this.walk?.push(part);
    } catch {
      this.giveUp();
    }
  }

  private giveUp(): void {
    const isText = this.isFirstLine && !this.isTold && !looksLikeJson.test(this.line);
    this.state = isText ? 'text' : 'skip';
    if (isText) return;
    this.broken += 1;
    this.forget();
  }

  private keep(part: string): void {
    const kept = part.slice(0, longestLine - this.line.length);
    this.line += kept;
    this.held.add(kept.length);
  }

  private forget(): void {
    this.held.release(this.line.length);
    this.line = '';
  }
}
