/** What comes before the noun in such a name, and behind it. */
const before =
  '(?:tik|tok|tts|tt|platform|external|ext|internal|remote|source|channel|connected|linked|owner|main|our|my|the|authori[sz]ed|auth|by|app|api)*';
const nouns =
  '(?:shop|seller|merchant|creator|tenant|store|account|organi[sz]ation|org|openid|cipher|shopcipher)s?';
const behind = '(?:id|ids|uid|uuid|guid|cipher|code|key|ref|name|no|number|pk|fk|openid|open|str|string)*';
const subject = new RegExp(`^${before}${nouns}${behind}$`);

/**
 * Whether a name stands for who can withdraw the authorization, a seller or a creator: `shop_id`, `sellerId`, `labels.shopId`.
 * Any other word in it may stand for a single row: `shop_order_id`.
 */
export function namesSubject(name: string): boolean {
  return subject.test(
    name
      .replace(/^.*\./, '')
      .replace(/[^a-z0-9]/gi, '')
      .toLowerCase(),
  );
}
