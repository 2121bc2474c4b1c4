import { comparePlaces, keyOfPlace } from '../../lookups/places.js';
import type { ExposedSecret } from '../../model/data-flow.js';
import { distinct } from '../../util/distinct.js';
import { groupBy, type Several } from '../../util/group-by.js';
import type { Report } from '../define-rule.js';

const messages = { logged: 'secretLogged', returned: 'secretReturned', sent: 'secretSent' } as const;
type MessageId = (typeof messages)[keyof typeof messages];

const kinds: Readonly<Record<ExposedSecret['secret'], string>> = {
  'app-secret': 'the app secret',
  secret: 'a secret of the app',
  token: 'a token',
};

/** Variables of the environment that hold secrets and go where others can read them: one finding a statement. */
export function reportSecrets(exposed: readonly ExposedSecret[]): readonly Report<MessageId>[] {
  const seen = exposed.filter(({ isBeyondImports }) => !isBeyondImports);
  return [...groupBy(seen, groupOf).values()].map(toReport);
}

function groupOf({ place, to, enteredBy, recipient }: ExposedSecret): string {
  return [keyOfPlace(place), to, recipient ?? '', enteredBy === null ? 'here' : 'handed'].join('\n');
}

function toReport(group: Several<ExposedSecret>): Report<MessageId> {
  const [first] = group;
  const names = distinct(group.map(({ name }) => name));
  const found = distinct(group.map(({ secret }) => kinds[secret]));
  const category = 'credential.token';
  return {
    message: messages[first.to],
    data: {
      sink: first.sink,
      what: found.join(' and '),
      variable: names.join('`, `'),
      host: first.recipient ?? '',
      category,
    },
    place: first.place,
    points: names.map((name) => ({ subject: name, category })),
    horizon: first.enteredBy === null ? 'file' : 'project',
    related: relatedOf(group).filter(({ place }) => comparePlaces(place, first.place) !== 0),
  };
}

function relatedOf(group: readonly ExposedSecret[]) {
  const handed = group.flatMap(({ enteredBy }) =>
    enteredBy === null ? [] : [{ place: enteredBy, note: 'handed over here' }],
  );
  return [...handed, ...group.map(({ read }) => ({ place: read, note: 'the variable is read here' }))];
}
