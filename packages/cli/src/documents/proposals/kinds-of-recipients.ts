import type { Outflow } from '@leastscope/analyzer';
import type { PurposeKind } from '@leastscope/scope-catalog';

/** Which kind of purpose it tells that data goes to somebody. Our judgement, from what these services are sold for. */
export interface KindOfRecipient {
  /** Hosts, by their end. */
  readonly hosts?: RegExp;
  /** Names that statements of stores hold. */
  readonly stores?: RegExp;
  readonly kind: PurposeKind;
  /** The kinds that calls alone would speak for. */
  readonly instead: readonly PurposeKind[];
}

const ofOrders: readonly PurposeKind[] = ['order_management'];

const kinds: readonly KindOfRecipient[] = [
  {
    hosts:
      /(?:^|\.)(?:openai|anthropic|mistral|cohere|groq|deepseek|perplexity|together)\.(?:com|ai|xyz)$|generativelanguage\.googleapis\.com$/,
    kind: 'support_assistant',
    instead: ['customer_service'],
  },
  {
    hosts:
      /(?:^|\.)(?:klaviyo|hubspot|hubapi|mailchimp|omnisend|salesforce|brevo|sendinblue|customer|yotpo|loyaltylion|smile|activecampaign|attentivemobile|braze|iterable)\.(?:com|io)$/,
    kind: 'loyalty_crm',
    instead: ofOrders,
  },
  {
    hosts: /(?:^|\.)(?:sift|signifyd|riskified|kount|seon|forter|nofraud)\.(?:com|io|net)$/,
    kind: 'fraud_claims',
    instead: [...ofOrders, 'returns_refunds'],
  },
  {
    hosts:
      /(?:^|\.)(?:printful|printify|gelato|gooten|spocket|cjdropshipping|gelatoapis|prodigi|customcat)\.(?:com|co)$/,
    kind: 'pod_dropship',
    instead: [...ofOrders, 'shipping_seller'],
  },
  {
    hosts:
      /(?:^|\.)(?:graph\.facebook|googleads\.googleapis|ads\.pinterest|api\.pinterest|business-api\.tiktok|tr\.snapchat|northbeam|triplewhale|appsflyer)\.(?:com|io)$/,
    kind: 'ads_attribution',
    instead: [...ofOrders, 'analytics_reporting'],
  },
  {
    hosts: /(?:^|\.)(?:intuit|xero|freshbooks|sage|lexoffice|sevdesk|myob|zohobooks|conta)\.(?:com|de|io)$/,
    kind: 'accounting_finance',
    instead: ofOrders,
  },
  {
    hosts:
      /(?:^|\.)(?:avalara|avatax|taxjar|vertexinc|taxdoo|nfe|focusnfe|plugnotas|enotas)\.(?:com|io|br|com\.br)$/,
    kind: 'tax_invoicing',
    instead: ofOrders,
  },
  {
    hosts: /(?:^|\.)(?:bigquery\.googleapis|snowflakecomputing|databricks|fivetran|segment)\.(?:com|net|io)$/,
    stores: /\bbq\b|bigquery|snowflake|redshift|databricks/i,
    kind: 'data_warehouse',
    instead: [...ofOrders, 'accounting_finance', 'analytics_reporting'],
  },
];

/** What it says of a purpose that its data goes there; undefined where nothing is known. */
export function kindByOutflow(
  { to, recipient, sink }: Outflow,
  kind: PurposeKind,
): KindOfRecipient | undefined {
  return kinds.find(({ hosts, stores, instead }) => {
    if (!instead.includes(kind)) return false;
    if (to === 'sent') return recipient !== null && hosts?.test(recipient.toLowerCase()) === true;
    return to === 'stored' && stores?.test(sink) === true;
  });
}
