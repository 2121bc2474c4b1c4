import type { FieldRead, ManualUse, Outflow, Use } from '@leastscope/analyzer';
import type { Webhook } from '@leastscope/scope-catalog';
import type { ShownPlace } from './shown-places.js';

/** What in the code, and in the declaration, something is needed for. One shape for every kind of subject. */
export interface Answer {
  readonly subject: {
    readonly kind: 'scope' | 'category' | 'endpoint' | 'store' | 'recipient' | 'hand-over' | 'protection';
    readonly id: string;
    readonly title: string;
  };
  /** One sentence. */
  readonly says: string;
  readonly calls: readonly ExplainedCall[];
  readonly reads: readonly ExplainedPoint<FieldRead>[];
  readonly outflows: readonly ExplainedPoint<Outflow>[];
  readonly webhooks: readonly Pick<Webhook, 'type' | 'title'>[];
  readonly manual: readonly ManualUse[];
  /** Scopes that would have served as well; narrower ways to an endpoint's data. */
  readonly alternatives: readonly string[];
  /** What else the papers quote of it: where it arrives, what deletes it there, what protects it. */
  readonly shown: readonly ShownPlace[];
  /** What could not be understood, and may need it too. */
  readonly open: number;
  readonly unread: number;
}

export interface ExplainedCall {
  readonly use: Use;
  /** Whether the data is what the call is for; only where the subject is a category. */
  readonly role: 'called for' | 'comes along' | 'is sent' | null;
  /** The declared purpose that covers it; null where none does, or nothing is declared. */
  readonly purpose: string | null;
}

export interface ExplainedPoint<Point extends FieldRead | Outflow> {
  readonly point: Point;
  /** The declared purposes that own it and allow some of its data. */
  readonly purposes: readonly string[];
}
