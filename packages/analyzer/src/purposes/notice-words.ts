/** The words of a saved page, and what is asked of them. */
export interface NoticeWords {
  /** Whether they hold a name, as words of their own. */
  readonly mention: (name: string) => boolean;
  /** Hosts in sentences that tell of passing data on; addresses of mail are none. */
  readonly sharingHosts: readonly string[];
}

/** Of HTML, Markdown or text. */
export function wordsOf(text: string): NoticeWords {
  const bare = text
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<\/(?:p|li|td|h\d|div)>/gi, '\n\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&amp;/g, '&');
  const words = ` ${normal(bare)} `;
  const sharing = bare.split(/(?<=[.!?;])\s|\n\s*\n|\n\s*[-*•]/).filter((sentence) => passing.test(sentence));
  return {
    mention: (name) => words.includes(` ${normal(name)} `),
    sharingHosts: [...new Set(sharing.flatMap(hostsIn))].sort(),
  };
}

const passing =
  /\b(?:shar(?:e[sd]?|ing)|sen[dt]s?|sending|pass(?:e[sd]|ing)? (?:\w+ )?on|disclos\w+|transfer\w*|hand(?:s|ed|ing)? over|recipients?|(?:sub-?)?processors?|third part(?:y|ies))\b/i;

/** What ends like the name of a file is none. */
const files = /\.(?:md|html?|pdf|txt|json|[cm]?[jt]sx?|csv|ya?ml|png|svg)$/;

function hostsIn(sentence: string): readonly string[] {
  const found = sentence.matchAll(
    /(?<![@\w.-])((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,9}[a-z]{2,24})(?![\w@-])/gi,
  );
  return [...found].flatMap(([, host = '']) => (files.test(host.toLowerCase()) ? [] : [host.toLowerCase()]));
}

function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
