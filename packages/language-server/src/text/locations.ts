import type { Place } from '@leastscope/analyzer';
import { forwardSlashes } from '@leastscope/analyzer/disk';
import type { Location } from 'vscode-languageserver';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rangeOf } from './places.js';

/** A place of a project as editors name it. */
export function locationOf(root: string, place: Place): Location {
  return { uri: uriOf(`${root}/${place.file}`), range: rangeOf(place) };
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** Absolute, with forward slashes; null for what is no file: a text that was never saved, a state in git. */
export function pathOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null;
  try {
    const path = forwardSlashes(fileURLToPath(uri));
    // Editors write the letter of a drive either way.
    return path.replace(/^[a-z]:/, (drive) => drive.toUpperCase()).replace(/(?<=.)\/$/, '');
  } catch {
    return null;
  }
}
