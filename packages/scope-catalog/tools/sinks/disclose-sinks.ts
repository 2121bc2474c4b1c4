import type { Sink, SinkRecipient } from '@leastscope/scope-catalog';
import { named, sinks, words } from './sink-rows.js';

/** What a package hands over goes to whoever runs the service. */
function disclosed(
  packages: string,
  to: SinkRecipient | null,
  methods: string,
  changes: Pick<Partial<Sink>, 'names' | 'recipientFrom'> = {},
): readonly Sink[] {
  return sinks('disclose', words(packages), words(methods), {
    ...changes,
    ...(to === null ? {} : { recipient: to }),
  });
}

const openAi = { name: 'OpenAI', domain: 'openai.com' };
const anthropic = { name: 'Anthropic', domain: 'anthropic.com' };
const google = { name: 'Google', domain: 'googleapis.com' };
const amazon = { name: 'Amazon Web Services', domain: 'amazonaws.com' };
const vercel = { name: 'Vercel', domain: 'vercel.com' };
const azure = { name: 'Microsoft Azure', domain: 'azure.com' };
const mistral = { name: 'Mistral AI', domain: 'mistral.ai' };
const groq = { name: 'Groq', domain: 'groq.com' };
const cohere = { name: 'Cohere', domain: 'cohere.com' };
/** What such a package makes names a model; the call that is handed the model talks to it. */
const providers = 'chat completion languageModel embedding textEmbeddingModel';
const chain = 'invoke stream streamEvents batch';

/** Language models. A package for many of them says nothing of whose it is. */
const models: readonly Sink[] = [
  ...disclosed(
    'openai',
    openAi,
    `completions.create completions.parse completions.stream completions.runTools responses.create
     responses.parse responses.stream embeddings.create moderations.create files.create images.generate images.edit
     images.createVariation transcriptions.create translations.create speech.create messages.create threads.create
     threads.createAndRun runs.create runs.stream assistants.create conversations.create items.create`,
  ),
  ...disclosed(
    '@anthropic-ai/sdk',
    anthropic,
    'messages.create messages.stream messages.parse messages.countTokens batches.create completions.create files.upload',
  ),
  // A model that is named by a text alone is reached by the gateway of its makers.
  ...disclosed(
    'ai',
    vercel,
    'generateText streamText generateObject streamObject embed embedMany experimental_generateImage generateImage',
    { recipientFrom: 'model' },
  ),
  ...disclosed('@ai-sdk/gateway', vercel, providers),
  ...disclosed('@ai-sdk/openai', openAi, providers),
  ...disclosed('@ai-sdk/anthropic', anthropic, providers),
  ...disclosed('@ai-sdk/google @ai-sdk/google-vertex', google, providers),
  ...disclosed('@ai-sdk/amazon-bedrock', amazon, providers),
  ...disclosed('@ai-sdk/azure', azure, providers),
  ...disclosed('@ai-sdk/mistral', mistral, providers),
  ...disclosed('@ai-sdk/groq', groq, providers),
  ...disclosed('@ai-sdk/deepseek', { name: 'DeepSeek', domain: 'deepseek.com' }, providers),
  ...disclosed('@ai-sdk/xai', { name: 'xAI', domain: 'x.ai' }, providers),
  ...disclosed('@ai-sdk/cohere', cohere, providers),
  ...disclosed('@openrouter/ai-sdk-provider', { name: 'OpenRouter', domain: 'openrouter.ai' }, providers),
  ...disclosed(
    '@mistralai/mistralai',
    mistral,
    'chat.complete chat.stream embeddings.create agents.complete',
  ),
  ...disclosed('groq-sdk', groq, 'completions.create embeddings.create'),
  ...disclosed('cohere-ai', cohere, 'chat chatStream generate embed classify summarize rerank'),
  ...disclosed('replicate', { name: 'Replicate', domain: 'replicate.com' }, 'run stream predictions.create'),
  ...disclosed(
    '@google/genai @google/generative-ai @google-cloud/vertexai',
    google,
    `generateContent generateContentStream generateImages embedContent batchEmbedContents countTokens sendMessage
     sendMessageStream files.upload`,
  ),
  ...disclosed('langchain @langchain/core @langchain/community @langchain/langgraph', null, chain),
  ...disclosed('@langchain/openai', openAi, `${chain} embedQuery embedDocuments`),
  ...disclosed('@langchain/anthropic', anthropic, chain),
  ...disclosed('@langchain/google-genai', google, `${chain} embedQuery embedDocuments`),
  ...disclosed(
    '@aws-sdk/client-bedrock-runtime',
    amazon,
    `InvokeModelCommand.() InvokeModelWithResponseStreamCommand.() ConverseCommand.() ConverseStreamCommand.()
     invokeModel invokeModelWithResponseStream converse converseStream`,
  ),
  named('disclose', ['openai'], words('create parse stream generate'), { recipient: openAi }),
  named('disclose', ['anthropic'], words('create stream parse'), { recipient: anthropic }),
];

const sendGrid = { name: 'Twilio SendGrid', domain: 'sendgrid.com' };
const resend = { name: 'Resend', domain: 'resend.com' };
const mailchimp = { name: 'Mailchimp', domain: 'mailchimp.com' };
const twilio = { name: 'Twilio', domain: 'twilio.com' };

/** Mail and short messages. nodemailer hands over to whatever server it is told. */
const mail: readonly Sink[] = [
  ...disclosed('nodemailer', null, 'sendMail', { names: ['mailer', 'transporter'] }),
  ...disclosed('@sendgrid/mail', sendGrid, 'send sendMultiple', { names: ['sgMail'] }),
  ...disclosed(
    'resend',
    resend,
    'emails.send emails.create batch.send batch.create broadcasts.create broadcasts.send contacts.create contacts.update',
  ),
  ...disclosed(
    'postmark',
    { name: 'Postmark', domain: 'postmarkapp.com' },
    'sendEmail sendEmailBatch sendEmailWithTemplate sendEmailBatchWithTemplates',
  ),
  ...disclosed(
    '@getbrevo/brevo',
    { name: 'Brevo', domain: 'brevo.com' },
    'sendTransacEmail sendTransacSms createContact',
  ),
  ...disclosed(
    '@mailchimp/mailchimp_marketing',
    mailchimp,
    'lists.addListMember lists.setListMember lists.updateListMember lists.batchListMembers',
  ),
  ...disclosed('@mailchimp/mailchimp_transactional', mailchimp, 'messages.send messages.sendTemplate'),
  ...disclosed('mailgun.js', { name: 'Mailgun', domain: 'mailgun.net' }, 'messages.create'),
  ...disclosed(
    '@aws-sdk/client-ses',
    amazon,
    `SendEmailCommand.() SendRawEmailCommand.() SendTemplatedEmailCommand.() SendBulkTemplatedEmailCommand.()
     sendEmail sendRawEmail sendTemplatedEmail sendBulkTemplatedEmail`,
  ),
  ...disclosed(
    '@aws-sdk/client-sesv2',
    amazon,
    'SendEmailCommand.() SendBulkEmailCommand.() CreateContactCommand.() sendEmail sendBulkEmail createContact',
  ),
  ...disclosed(
    '@aws-sdk/client-sns',
    amazon,
    'PublishCommand.() PublishBatchCommand.() publish publishBatch',
  ),
  ...disclosed('twilio', twilio, 'messages.create calls.create verifications.create'),
  named('disclose', ['resend'], words('send create'), { recipient: resend }),
  named('disclose', ['twilio', 'twilioClient'], ['create'], { recipient: twilio }),
];

const slack = { name: 'Slack', domain: 'slack.com' };
const telegram = { name: 'Telegram', domain: 'telegram.org' };
const posts = `chat.postMessage chat.postEphemeral chat.update chat.scheduleMessage chat.meMessage files.upload
 files.uploadV2 filesUploadV2 apiCall`;
const telegramSends = `reply replyWithHTML replyWithMarkdown replyWithMarkdownV2 replyWithPhoto replyWithDocument
 sendMessage sendPhoto sendDocument sendMediaGroup editMessageText`;

const chats: readonly Sink[] = [
  ...disclosed('@slack/web-api', slack, posts),
  ...disclosed('@slack/bolt', slack, `${posts} say respond`),
  ...disclosed('@slack/webhook', slack, 'send'),
  ...disclosed('discord.js', { name: 'Discord', domain: 'discord.com' }, 'send reply followUp editReply'),
  ...disclosed(
    '@line/bot-sdk',
    { name: 'LINE', domain: 'line.me' },
    'pushMessage replyMessage multicast broadcast narrowcast',
  ),
  ...disclosed('telegraf grammy node-telegram-bot-api', telegram, telegramSends),
  ...disclosed(
    '@larksuiteoapi/node-sdk',
    { name: 'Lark', domain: 'larksuite.com' },
    `message.create message.reply message.update appTableRecord.create appTableRecord.batchCreate
     appTableRecord.update appTableRecord.batchUpdate spreadsheetSheet.create request`,
  ),
  named('disclose', ['slack', 'slackClient'], words('postMessage postEphemeral uploadV2'), {
    recipient: slack,
  }),
  // A bot may be of any service.
  named('disclose', ['bot'], words('sendMessage sendPhoto sendDocument')),
  named('disclose', ['telegram'], words('sendMessage sendPhoto sendDocument'), { recipient: telegram }),
];

const notion = { name: 'Notion', domain: 'notion.com' };

/** Tables, notes and files that others hold. */
const tables: readonly Sink[] = [
  ...disclosed(
    'googleapis @googleapis/sheets @googleapis/drive @googleapis/gmail @googleapis/docs @googleapis/calendar',
    google,
    `values.append values.update values.batchUpdate spreadsheets.batchUpdate spreadsheets.create messages.send
     drafts.create files.create files.update documents.batchUpdate events.insert`,
  ),
  ...disclosed('google-spreadsheet', google, 'addRow addRows saveUpdatedCells save'),
  ...disclosed(
    '@notionhq/client',
    notion,
    'pages.create pages.update children.append databases.create comments.create',
  ),
  ...disclosed('airtable', { name: 'Airtable', domain: 'airtable.com' }, 'create update replace'),
  named('disclose', ['sheets', 'sheetsClient'], words('append batchUpdate'), { recipient: google }),
  named('disclose', ['notion', 'notionClient'], words('create update'), { recipient: notion }),
];

const stripe = { name: 'Stripe', domain: 'stripe.com' };
const books = `createInvoice createCustomer createSalesReceipt createPayment createItem createJournalEntry
 updateInvoice updateCustomer updateSalesReceipt`;

/** Customers, payments and books. */
const business: readonly Sink[] = [
  ...disclosed(
    'stripe',
    stripe,
    `customers.create customers.update paymentIntents.create paymentIntents.update invoices.create
     invoiceItems.create charges.create sessions.create refunds.create subscriptions.create`,
  ),
  ...disclosed(
    '@hubspot/api-client',
    { name: 'HubSpot', domain: 'hubspot.com' },
    'basicApi.create basicApi.update batchApi.create batchApi.update batchApi.upsert apiRequest',
  ),
  ...disclosed(
    '@shopify/shopify-api @shopify/admin-api-client shopify-api-node',
    { name: 'Shopify', domain: 'shopify.com' },
    'request query graphql post put create update save',
  ),
  ...disclosed(
    'klaviyo-api',
    { name: 'Klaviyo', domain: 'klaviyo.com' },
    `createProfile createOrUpdateProfile updateProfile createEvent bulkCreateEvents subscribeProfiles
     bulkSubscribeProfiles`,
  ),
  ...disclosed('@woocommerce/woocommerce-rest-api', null, 'post put'),
  ...disclosed(
    '@easypost/api',
    { name: 'EasyPost', domain: 'easypost.com' },
    'Address.create Shipment.create Order.create',
  ),
  ...disclosed(
    'shippo',
    { name: 'Shippo', domain: 'goshippo.com' },
    'addresses.create shipments.create orders.create',
  ),
  ...disclosed(
    'node-zendesk',
    { name: 'Zendesk', domain: 'zendesk.com' },
    'tickets.create tickets.update users.create users.createOrUpdate users.update',
  ),
  ...disclosed(
    'intercom-client',
    { name: 'Intercom', domain: 'intercom.com' },
    'contacts.create contacts.update contacts.createUser contacts.createLead conversations.create',
  ),
  ...disclosed('jsforce', { name: 'Salesforce', domain: 'salesforce.com' }, 'create insert update upsert'),
  ...disclosed(
    'xero-node',
    { name: 'Xero', domain: 'xero.com' },
    `createInvoices createContacts createPayments createBankTransactions createItems createManualJournals
     createCreditNotes updateInvoice updateContact updateOrCreateInvoices updateOrCreateContacts`,
  ),
  ...disclosed('node-quickbooks', { name: 'Intuit QuickBooks', domain: 'intuit.com' }, books),
  named('disclose', ['stripe'], words('create update'), { recipient: stripe }),
];

/**
 * Somebody else's service, known by the package that talks to it. What goes to a host by a plain HTTP client is told by
 * that host, so it needs no row here.
 */
/** Scripts of a page that tell somebody else's service what its visitors do. */
const pixels: readonly Sink[] = disclosed(
  'global',
  { name: 'Google Analytics', domain: 'google-analytics.com' },
  'gtag',
);

export const discloseSinks: readonly Sink[] = [
  ...models,
  ...mail,
  ...chats,
  ...tables,
  ...business,
  ...pixels,
];
