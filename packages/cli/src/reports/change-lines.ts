import { isChange, type ScopeChange } from '../change/scope-change.js';
import type { CheckReport } from './report.js';

export interface ChangeLine {
  readonly sign: '+' | '-' | '!';
  readonly text: string;
}

export interface ChangeSection {
  readonly title: string;
  readonly lines: readonly ChangeLine[];
}

/** What a change does to the app's access, for every project of a report; empty when nothing was compared. */
export function changeSections({ projects }: CheckReport): readonly ChangeSection[] {
  return projects.flatMap(({ change, declaration }) => {
    if (change === null) return [];
    const app = projects.length > 1 ? `${declaration ?? ''}: ` : '';
    const lines = isChange(change) ? linesOf(change) : [];
    const verb = lines.length > 0 ? 'this change' : 'scopes and personal data stay as they are';
    return [{ title: `${app}compared with ${change.against}, ${verb}`, lines }];
  });
}

function linesOf(change: ScopeChange): readonly ChangeLine[] {
  const { needed, requested, personal, authorizeAgain, applyFor } = change;
  const plus = (says: string, names: readonly string[]): readonly ChangeLine[] => line('+', says, names);
  const minus = (says: string, names: readonly string[]): readonly ChangeLine[] => line('-', says, names);
  return [
    ...plus('needs', needed.added),
    ...minus('no longer needs', needed.dropped),
    ...plus('requests', requested.added),
    ...minus('no longer requests', requested.dropped),
    ...plus('takes delivery of personal data:', personal.added),
    ...minus('no longer takes delivery of personal data:', personal.dropped),
    ...line('!', 'takes an application for', applyFor),
    ...authorizeAgain.map((who): ChangeLine => ({
      sign: '!',
      text: `makes every ${who} who has authorized the app authorize it again`,
    })),
  ];
}

function line(sign: ChangeLine['sign'], says: string, names: readonly string[]): readonly ChangeLine[] {
  if (names.length === 0) return [];
  return [{ sign, text: `${says} ${names.map((name) => `\`${name}\``).join(', ')}` }];
}
