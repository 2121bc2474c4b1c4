import { changedLines } from '../text/diff.js';
import type { Painter } from '../text/painter.js';
import { visible } from '../text/visible.js';

/**
 * How a manifest on disk differs from the fresh one, as lines with `-` and `+`; empty when it still holds. Line numbers
 * are left out of the comparison: a call that merely moved down makes no claim stale.
 */
export function compareManifests(old: string, fresh: string, painter: Painter): readonly string[] {
  const before = withoutLineNumbers(old).split('\n');
  const after = withoutLineNumbers(fresh).split('\n');
  return changedLines(before, after).map(({ sign, line }) =>
    sign === '+' ? painter.added(`+ ${visible(line)}`) : painter.removed(`- ${visible(line)}`),
  );
}

function withoutLineNumbers(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/^( *)"line": \d+,\n/gm, '');
}
