import type { CategoryId } from '@leastscope/scope-catalog';

/**
 * For endpoints that nobody has classified: fields of the OpenAPI set whose name and place leave no doubt what they
 * hold. Marked `inferred`. The first that fits counts.
 */
export interface NamedField {
  readonly pattern: RegExp;
  readonly category: CategoryId;
}

export const namedFields: readonly NamedField[] = [
  // Places and people of suppliers and warehouses in the Global Selling modules.
  {
    pattern: /(sender|receiver|warehouse)_contact\.(full_address|postal_code|address_detail\..+)$/,
    category: 'seller.address',
  },
  {
    pattern: /(sender|receiver|warehouse)_contact\.(contact_name|name|email|phone_number)$/,
    category: 'business.contact',
  },
  { pattern: /logistics_picker_(name|phone)$/, category: 'business.contact' },
  { pattern: /^data\.addresses\[\]\.(full_address|postal_code)$/, category: 'seller.address' },
  { pattern: /^data\.addresses\[\]\.(contact_name|name|email|phone_number)$/, category: 'business.contact' },
  { pattern: /^data\.addresses\[\]\.detail\./, category: 'seller.address' },
  {
    pattern:
      /^(data\.(manufacturer_list|rp_infos)\[\]|manufacturer)\.(.*\.)?((\w+_)?name|address(\.\w+)?|email|phone_number(_region)?|city|street2?)$/,
    category: 'product.compliance_contact',
  },
  { pattern: /business_entity\.(address|postal_code)$/, category: 'seller.address' },
  { pattern: /(^|[._])username$/, category: 'creator.profile' },
];
