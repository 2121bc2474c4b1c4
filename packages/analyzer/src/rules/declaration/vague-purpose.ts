import type { DeclaredPurpose } from '../../model/declaration.js';
import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';

type MessageId = 'todo' | 'reason' | 'short' | 'phrase';

const why =
  'The assessor decides by these words whether the access is needed; words that fit any app justify none.';
const help =
  'Say in one sentence what the seller gets, which data it takes and what is done with it, as in "Create shipping labels for orders the seller has to dispatch".';

/** Words that fit any app. Matched anywhere in the text, in any case. */
const emptyPhrases: readonly RegExp[] = [
  /\bimprov\w+ (?:the |our |your )?(?:user |customer |seller |shopping )?(?:experience|services?|products?|app)\b/i,
  /\bbetter (?:user |customer |seller )?(?:experience|services?)\b/i,
  /\b(?:various|general|business|internal|operational|other|legitimate) (?:purposes?|reasons?|needs)\b/i,
  /\b(?:provide|offer|deliver) (?:our|the|better|various) (?:services?|features?|functionality)\b/i,
  /\b(?:as|when|where|if) (?:needed|necessary|required)\b/i,
  /\b(?:and more|and so on|among others|et cetera|etc)\b/i,
  /\b(?:future|possible|potential) (?:use|needs|features?)\b/i,
  /\b(?:app|application|system|platform) (?:functionality|functions|operation)\b/i,
  /\b(?:all|any) (?:kinds?|sorts?) of\b/i,
];

const fewestWords = 5;
/** Scripts without spaces say as much in fewer characters. */
const fewestIdeographs = 10;

export const vaguePurpose = defineRule<MessageId>({
  id: 'vague-purpose',
  meta: {
    title: 'The text of a purpose justifies nothing in particular.',
    defaultSeverity: 'error',
    horizon: 'project',
    why: 'The text goes into the review as it stands. Words that would fit any app ("improve the user experience") justify no access.',
    fix: 'Say what the seller gets, which data it takes, and what is done with it.',
  },
  messages: {
    todo: { message: 'The text of purpose `{{purpose}}` is still to be written.', why, help },
    reason: {
      message: 'Why purpose `{{purpose}}` takes `{{category}}` is still to be written.',
      why,
      help: 'Say under `because` what the seller gets from it; if nothing, take the line out of `also`.',
    },
    short: {
      message: 'The text of purpose `{{purpose}}` is too short to justify anything: "{{text}}".',
      why,
      help,
    },
    phrase: {
      message: 'The text of purpose `{{purpose}}` says "{{phrase}}", which would fit any app.',
      why,
      help,
    },
  },
  check: ({ declaration }) =>
    (declaration?.purposes ?? []).flatMap(({ id, text, also, places }) => [
      ...judge(id, text.trim(), places.text),
      ...unwritten(id, also),
    ]),
});

const stillToBeWritten = /\b(?:TODO|FIXME|TBD|XXX)\b/;

function unwritten(purpose: string, also: DeclaredPurpose['also']): readonly Report<MessageId>[] {
  return also
    .filter(({ because }) => stillToBeWritten.test(because))
    .map(({ category, because, place }) => ({
      message: 'reason',
      data: { purpose, category, text: because },
      place,
    }));
}

function judge(purpose: string, text: string, place: Report['place']): readonly Report<MessageId>[] {
  if (stillToBeWritten.test(text)) return [{ message: 'todo', data: { purpose, text }, place }];
  if (isShort(text)) return [{ message: 'short', data: { purpose, text }, place }];
  const phrase = emptyPhrases.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
  return phrase === undefined ? [] : [{ message: 'phrase', data: { purpose, text, phrase }, place }];
}

function isShort(text: string): boolean {
  const ideographs =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu) ?? [];
  return text.split(/\s+/).length < fewestWords && ideographs.length < fewestIdeographs;
}
