/** What a saved page of a webhook tells: its number, its name, and the places of the example that it shows. */
export interface WebhookPage {
  readonly type: number;
  readonly title: string;
  /** Read from the top level of the body, `[]` for a list; empty where the example is no JSON. */
  readonly places: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/** Around what happened: the number itself, the message's own id, and when it was sent. */
const around: ReadonlySet<string> = new Set(['type', 'tts_notification_id', 'timestamp']);

/** Reads one saved page: `(11) Cancellation status change`, with an example of the event as fenced JSON. Null for any other page. */
export function webhookPageIn(json: unknown): WebhookPage | null {
  const body = recordOf(recordOf(json)['body'])['data'] ?? json;
  const detail = recordOf(recordOf(body)['detail'] ?? body);
  const [, type, title] = /^\((\d{1,5})\)\s*(.+)$/.exec(textOf(detail['title'])) ?? [];
  if (type === undefined || title === undefined) return null;
  const example = exampleOf(textOf(detail['content']), Number(type));
  return { type: Number(type), title, places: example === null ? [] : [...new Set(leavesOf(example, ''))] };
}

/** The first fenced block that is an event of this number. */
function exampleOf(content: string, type: number): Json | null {
  for (const [, text = ''] of content.matchAll(/```\w*\n([\s\S]*?)```/g)) {
    const event = parsed(text);
    if (String(event['type']) === String(type)) return event;
  }
  return null;
}

function parsed(text: string): Json {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return {};
  }
}

function leavesOf(value: unknown, at: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, `${at}[]`));
  const entries = Object.entries(recordOf(value));
  if (entries.length === 0) return at === '' ? [] : [at];
  return entries
    .filter(([name]) => at !== '' || !around.has(name))
    .flatMap(([name, inner]) => leavesOf(inner, at === '' ? name : `${at}.${name}`));
}

function recordOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
