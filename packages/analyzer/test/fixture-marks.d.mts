import type { Place } from '../src/model/place.js';

/** Absolute, with forward slashes. */
export declare const fixtures: string;
export declare function expectedMarks(root: string): readonly string[];
export declare function placeText(place: Place): string;
export declare function subfolders(folder: string): readonly string[];
