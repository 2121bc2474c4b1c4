import type { Place, RuleId } from '@leastscope/analyzer';

/** Start and end in UTF-16 code units of the text that was analysed, end exclusive. */
export type Range = readonly [from: number, to: number];

/**
 * `safe`: what the program does stays what it did, or it could not have worked before. `unsafe`: somebody has to look at it,
 * since the types, the answer or what is kept may be others afterwards.
 */
export type Safety = 'safe' | 'unsafe';

interface Base {
  /** The finding that it answers. */
  readonly rule: RuleId;
  readonly finding: Place;
  /** Where the change is made, relative to the root; not always the file of the finding. */
  readonly file: string;
  /** What is replaced, or the statement that the change is made in. */
  readonly range: Range;
  readonly safety: Safety;
  /** What it does, for people, in the imperative: "Call `GET /order/202507/orders` instead". */
  readonly title: string;
}

/** The path of an endpoint that is deprecated or misspelt, wherever its text stands. */
export interface ReplacePath extends Base {
  readonly kind: 'replacePath';
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** A misspelt scope key in code. */
export interface RenameScope extends Base {
  readonly kind: 'renameScope';
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** A comment that silences the finding on the next line. With an empty reason it silences nothing yet. */
export interface AddIgnore extends Base {
  readonly kind: 'addIgnore';
  readonly reason: string;
  readonly text: string;
}

/** A comment that gives a file to a declared purpose. */
export interface ClaimPurpose extends Base {
  readonly kind: 'claimPurpose';
  readonly purpose: string;
  readonly text: string;
}

/** What is replaced, and by what, is known without a syntax tree. */
export type TextOperation = ReplacePath | RenameScope | AddIgnore | ClaimPurpose;

/** Where the flow saw a part of a response being read: what names in the code stand for is known from it. */
export interface SeenRead {
  readonly range: Range;
  /** As the catalog writes it: `data.orders[].id`. */
  readonly path: string;
}

/** Part of a response that is taken out, and by which field the record that it belongs to can be found again. */
export interface LoggedPart {
  readonly path: string;
  /** Path of the record with an id: `data.orders[]`. */
  readonly record: string;
  /** Name of the id in that record: `id`. */
  readonly id: string;
}

/** The id of a record instead of what is personal in it, in a call that logs. */
export interface DropFromLog extends Base {
  readonly kind: 'dropFromLog';
  readonly parts: readonly LoggedPart[];
  readonly reads: readonly SeenRead[];
}

/** An object of the fields that the code uses instead of the whole record, in what keeps it or gives it away. */
export interface KeepFields extends Base {
  readonly kind: 'keepFields';
  /** The record: `data.orders[]`. */
  readonly path: string;
  /** Paths below the record, sorted: `id`, `recipient_address.region_code`, `line_items[].sku_id`. */
  readonly fields: readonly string[];
  readonly reads: readonly SeenRead[];
  /** What is done where the record cannot be followed to what keeps it; null: nothing fits. */
  readonly otherwise: StripAtBoundary | null;
}

/** An object of what the code reads instead of the answer itself, right behind the call: nobody gets to see the rest. */
export interface StripAtBoundary extends Base {
  readonly kind: 'stripAtBoundary';
  /** Whole paths of all that is read of the answer, sorted: `data.orders[].id`, `data.next_page_token`. */
  readonly fields: readonly string[];
  readonly reads: readonly SeenRead[];
}

/** A switch of the request that leaves out data which nothing reads. `range` is that of its name, as it is set today. */
export interface AddSwitch extends Base {
  readonly kind: 'addSwitch';
  readonly name: string;
  /** `false`, `true`; null: the request goes without it. */
  readonly value: string | null;
}

/** Another endpoint, whose answer holds less, and the reads of the answer with it. `range` is that of the path. */
export interface UseNarrower extends Base {
  readonly kind: 'useNarrower';
  readonly from: string;
  readonly to: string;
  /** What stands in `range` afterwards. */
  readonly path: string;
  /** What to ask for instead of the last name of a path of today's answer: `data.payments` → `statements`, `goods.id`. */
  readonly moved: Readonly<Record<string, string>>;
  /** What is read of the answer, by the paths of the other endpoint: so it has to be afterwards. */
  readonly expected: readonly string[];
  readonly reads: readonly SeenRead[];
}

/** Which characters change is found with the syntax tree, when the plan is applied. */
export type TreeOperation = DropFromLog | KeepFields | StripAtBoundary | AddSwitch | UseNarrower;

export type Operation = TextOperation | TreeOperation;
export type OperationKind = Operation['kind'];
