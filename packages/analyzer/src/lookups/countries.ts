import { words } from '../util/words.js';

/**
 * Codes of countries, ISO 3166-1 alpha-2 as of 2024-02-29, with those that are reserved for what people mean by them
 * (`UK`, `EU`). Written down, since the tables of the runtime differ from version to version.
 */
const codes = words(`
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW
  BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI
  FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN
  IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME
  MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF
  PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
  SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE
  YT ZA ZM ZW XK UK EU
`);

/** Two letters that stand for no country. Anything longer is a name, and is not judged. */
export function isNoCountry(text: string): boolean {
  return /^[A-Za-z]{2}$/.test(text) && !codes.has(text.toUpperCase());
}

const economicArea = words(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO',
);

/**
 * Countries as a whole, or with all their companies, that the European Commission's decisions or the United Kingdom's
 * regulations call adequate (European Commission, _Adequacy decisions_; ICO, _International transfers_). Written from general
 * knowledge, not from those pages, and generous: a country that is missing here would be an accusation. Not the United States:
 * there only companies on the list of the Data Privacy Framework are.
 */
const adequate = words('AD AR BR CA CH FO GB UK GG GI IL IM JE JP KR NZ UY EU');

/**
 * Whether data of people in some markets needs a ground to be taken to a country: from the European Economic Area or the
 * United Kingdom to one that no decision calls adequate. Of other markets nothing is said.
 */
export function needsTransferGround(markets: readonly string[], country: string): boolean {
  const to = country.toUpperCase();
  if (!codes.has(to) || economicArea.has(to) || adequate.has(to)) return false;
  return markets.some((market) => market === 'GB' || market === 'UK' || economicArea.has(market));
}
