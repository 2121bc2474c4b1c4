import { creatorFields } from './creator-fields.js';
import type { FieldCorrection } from './field-correction.js';
import { shopFields } from './shop-fields.js';

/** Where the table of fields is wrong or lacks something, each with its reason. */
export const fieldCorrections: readonly FieldCorrection[] = [...creatorFields, ...shopFields];
