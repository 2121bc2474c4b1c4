import type { Declaration, DeclaredPurpose } from '../../model/declaration.js';
import { defineRule } from '../define-rule.js';
import type { RuleContext } from '../../model/judgement.js';
import { ownsFile, purposesOf } from '../../purposes/purpose-of-file.js';
import { validPurposes } from '../../purposes/valid-purposes.js';

export const unusedPurpose = defineRule({
  id: 'unused-purpose',
  meta: {
    title: 'A declared purpose covers no call, webhook or manual use.',
    defaultSeverity: 'warning',
    horizon: 'project',
    why: 'A purpose without any access behind it asks the assessor to judge something that the app does not do, and would cover the next call in its code unseen.',
    fix: 'Remove the purpose, or correct its `code` globs; if code that this tool cannot read serves it, say so under `manualUsage`.',
  },
  messages: {
    unused: {
      message: 'Purpose `{{purpose}}` covers no call, webhook or manual use.',
      why: 'The assessor is asked to judge something that the app does not do.',
      help: 'Remove it, or correct its `code`: {{code:or}} holds no call to the platform.',
    },
  },
  check(context) {
    const { declaration, uses, open } = context;
    if (declaration === null || uses.length + open.length === 0) return [];
    return validPurposes(context)
      .filter((purpose) => !isServed(purpose, declaration, context))
      .map(({ id, code, places }) => ({
        message: 'unused',
        data: { purpose: id, code },
        place: places.code ?? places.id,
      }));
  },
});

/** Something open in its files counts too: it may be what the purpose is for. */
function isServed(purpose: DeclaredPurpose, declaration: Declaration, context: RuleContext): boolean {
  const { uses, open, needs, directives } = context;
  const isOwned = ({ place }: RuleContext['uses'][number] | RuleContext['open'][number]): boolean =>
    purposesOf(place.file, place.start.line, declaration, directives).includes(purpose);
  if (uses.some(isOwned) || open.some(isOwned)) return true;
  if (needs.unread.some(({ file }) => ownsFile(purpose, file, declaration))) return true;
  if (declaration.manualUsage.some((manual) => manual.purpose === purpose.id)) return true;
  return holdsDeletion(purpose, declaration) || isFedByWebhook(purpose, declaration, context);
}

function holdsDeletion(purpose: DeclaredPurpose, declaration: Declaration): boolean {
  const handler = declaration.deletion?.handler.value.split('#')[0];
  const folder = declaration.file.split('/').slice(0, -1);
  return handler !== undefined && ownsFile(purpose, [...folder, handler].join('/'), declaration);
}

/** Some webhook brings data that the purpose needs. Who a shop is comes with all of them and speaks for none. */
function isFedByWebhook(
  purpose: DeclaredPurpose,
  declaration: Declaration,
  { catalog }: RuleContext,
): boolean {
  const needs = catalog.purposeByKind.get(purpose.kind)?.needs ?? [];
  const telling = needs.filter(
    (id) => id !== 'seller.identity' && catalog.categoryById.get(id)?.tier !== 'none',
  );
  return declaration.webhooks.some(({ value }) =>
    catalog.webhookByType.get(value)?.categories.some((category) => telling.includes(category)),
  );
}
