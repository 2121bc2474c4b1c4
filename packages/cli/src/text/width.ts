import stringWidth from 'string-width';

/** Every such character takes one column, and most texts hold no other: then neither tables nor segmenters are loaded. */
const plain = /^[ -~]*$/;

/** Columns that a text takes in a terminal: none for what combines, two for what is wide. */
export function widthOf(text: string): number {
  return plain.test(text) ? text.length : stringWidth(text);
}

/** What a person sees as one character, be it several code points: a letter with its accents, a family, a flag. */
export function charactersOf(text: string): readonly string[] {
  if (plain.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('en');
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Made when it is first needed: it takes as long as a small project. */
let segmenter: Intl.Segmenter | null = null;
