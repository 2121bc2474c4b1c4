import { alike, page } from './alternative-rows.js';
import type { AlternativeRow } from './alternative-rows.js';

/** Each is off unless the request asks for it, so each is only worth saying where the request does. */
const toggle = { kind: 'switch', confidence: 'documented' } as const;

const same = (place: string, names: string): Readonly<Record<string, string>> => alike(place, place, names);

const creatorChat = {
  ...toggle,
  instead: 'only_need_conversation_id=true',
  onlyWhere: 'only_need_conversation_id=false',
} as const;

const message = `id type content create_time is_visible index sender.im_user_id sender.role sender.nickname sender.avatar`;
const messages = {
  ...toggle,
  endpoints: ['GET /customer_service/202309/conversations/{conversation_id}/messages'],
  source: page('API Reference/Customer service/Get Conversation Messages'),
} as const;

/** Lists that are empty unless the request names them. */
const whitelist = {
  ...toggle,
  instead: 'whitelisted_data_fields=[]',
  onlyWhere: 'whitelisted_data_fields',
} as const;
const pageCopy = (file: string): string => `copy of the docv2 page, unattributed-public-file:${file}`;

const inboundOrder = 'data.inbound_orders[]';

export const switchAlternatives: readonly AlternativeRow[] = [
  {
    ...creatorChat,
    endpoints: ['GET /affiliate_seller/202412/conversations'],
    carries: { ...same('data.conversations[]', 'id'), ...same('data', 'has_more next_page_token') },
    title:
      '`only_need_conversation_id=true`, which is the default and leaves the creators’ names and pictures out',
    source: page('API Reference/Affiliate seller/Get Conversation List'),
  },
  {
    ...creatorChat,
    endpoints: ['POST /affiliate_seller/202508/conversations'],
    carries: same('data', 'conversation_id'),
    title:
      '`only_need_conversation_id=true`, which is the default and leaves the creator’s name and picture out',
    source: page('API Reference/Affiliate seller/Create Conversation with creator'),
  },
  {
    ...messages,
    instead: 'need_data=false',
    onlyWhere: 'need_data=true',
    carries: {
      ...same('data.messages[]', message),
      'data.messages[].plaintext': 'data.messages[].plaintext',
    },
    title: '`need_data=false`, which leaves out the details of parcels and orders in messages',
  },
  {
    ...messages,
    instead: 'need_plaintext=false',
    onlyWhere: 'need_plaintext=true',
    carries: { ...same('data.messages[]', message), 'data.messages[].data': 'data.messages[].data' },
    title: '`need_plaintext=false`, which leaves out the second copy of each message as text',
  },
  {
    ...toggle,
    endpoints: ['GET /customer_service/202309/conversations'],
    instead: 'need_session_id=false',
    onlyWhere: 'need_session_id=true',
    carries: {
      ...same('data.conversations[]', 'id participant_count can_send_message unread_count create_time'),
      ...same('data.conversations[]', 'participants[].* latest_message.*'),
    },
    title: '`need_session_id=false`, which leaves out the id of the chat session',
    source: page('API Reference/Customer service/Get Conversations'),
  },
  {
    ...toggle,
    endpoints: ['GET /customer_service/202601/conversations/{conversation_id}'],
    instead: 'need_session_id=false',
    onlyWhere: 'need_session_id=true',
    carries: same('data.conversation', 'id participant_count unread_count create_time participants[].*'),
    title: '`need_session_id=false`, which leaves out the id of the chat session',
    source: page('API Reference/Customer service/Get Conversation'),
  },
  {
    ...toggle,
    confidence: 'single-source',
    endpoints: ['GET /customer_service/202309/conversations'],
    instead: 'need_session_info=false',
    onlyWhere: 'need_session_info=true',
    carries: {
      ...same('data.conversations[]', 'id participant_count can_send_message unread_count create_time'),
      ...same('data.conversations[]', 'participants[].* latest_message.*'),
    },
    title: '`need_session_info=false`, which leaves out the chat session',
    source: 'sistem-atc/marketplace-sdk@a5734bc (unattributed-public-file:62302659776)',
  },
  {
    ...whitelist,
    endpoints: ['POST /return_refund/202603/aftersales/search'],
    carries: same('data.aftersales_requests[]', 'id status'),
    title: 'a request without `whitelisted_data_fields`, which leaves the items and the returns out',
    source: pageCopy('55773542887'),
  },
  {
    ...whitelist,
    endpoints: ['POST /return_refund/202604/rma/search'],
    carries: same('data.return_merchandise_authorizations[]', 'id package_id aftersales_request_id status'),
    title: 'a request without `whitelisted_data_fields`, which leaves the items and the returns out',
    source: pageCopy('55735412068'),
  },
  {
    ...toggle,
    endpoints: ['GET /fbt/202602/inbound_orders'],
    instead: 'include_carton_details=false',
    onlyWhere: 'include_carton_details=true',
    carries: {
      ...same(inboundOrder, 'order_id order_id_string order_plan_id create_time ship_time'),
      ...same(inboundOrder, 'expected_arrival_time actual_arrival_time merchant.* warehouse.*'),
      ...same(
        inboundOrder,
        'status_logs[].* logistic_info_list[].* inbound_goods_lot_receive_item_details[].*',
      ),
    },
    title: '`include_carton_details=false`, which leaves out what is in each carton',
    source: page('API Reference/Fulfilled by TikTok (FBT)/Get Inbound Order'),
  },
];
