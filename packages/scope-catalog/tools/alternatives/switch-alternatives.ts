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
