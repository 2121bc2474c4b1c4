/** What code, declaration or repository can add to an item that a person answers. */
export type ItemHelp =
  | 'none'
  | 'network'
  | 'scope-minimum'
  | 'encryption'
  | 'repository'
  | 'countries'
  | 'rights'
  | 'notice'
  | 'officer'
  | 'deletion'
  | 'certificates';

export interface QuestionnaireItem {
  readonly item: number;
  readonly part: 'security' | 'privacy';
  readonly asks: string;
  /** Ids of `controls` in the declaration that answer it, the first one first. */
  readonly controls: readonly string[];
  readonly help: ItemHelp;
  /** Section of the platform's page on data security and privacy. */
  readonly section: string;
}

/** Where the items were seen. A changed form is a changed row. */
export const questionnaireSource = {
  source:
    "two partners' published answers to the platform's data security and privacy review, in the same order",
  date: '2026-08-01',
};

export const questionnaireItems: readonly QuestionnaireItem[] = [
  row(
    1,
    'security',
    'A published security policy or programme',
    ['information-security-policy'],
    'none',
    'Information Security Policies',
  ),
  row(
    2,
    'security',
    'Networks separated, threats watched',
    ['network-security'],
    'network',
    'Network Security',
  ),
  row(
    3,
    'security',
    'Anti-virus or host protection on company devices',
    ['endpoint-protection'],
    'none',
    'Endpoint Protection',
  ),
  row(
    4,
    'security',
    'Daily baseline: screen lock, passwords, MFA',
    ['security-baseline', 'awareness-training'],
    'none',
    'Security Baselines',
  ),
  row(
    5,
    'security',
    'A published access policy with least privilege',
    ['access-control-policy', 'access-review'],
    'scope-minimum',
    'Access Control',
  ),
  row(
    6,
    'security',
    'Classes of data and encryption',
    ['data-classification-policy', 'key-management'],
    'encryption',
    'Data Protection',
  ),
  row(
    7,
    'security',
    'An incident plan with roles',
    ['incident-response-policy', 'incident-drill'],
    'none',
    'Incident Management',
  ),
  row(
    8,
    'security',
    'Handling of vulnerabilities and threats',
    ['vulnerability-management', 'penetration-test'],
    'repository',
    'Vulnerability Management',
  ),
  row(
    9,
    'privacy',
    'A reportable breach in three years',
    ['breach-last-3-years'],
    'none',
    'Incident Management',
  ),
  row(10, 'privacy', 'A complaint in three years', ['complaint-last-3-years'], 'none', 'Privacy'),
  row(11, 'privacy', 'Countries of storage and processing', [], 'countries', 'Protecting Customer Data'),
  row(
    12,
    'privacy',
    'An internal policy for personal data',
    ['data-protection-policy'],
    'none',
    'Data Retention; Data Minimization',
  ),
  row(
    13,
    'privacy',
    'Help for sellers and the platform with requests of people',
    [],
    'rights',
    'Data Subject Rights',
  ),
  row(14, 'privacy', 'A privacy notice that is kept up to date', [], 'notice', 'Privacy Notice'),
  row(15, 'privacy', 'A data protection officer', [], 'officer', 'Dedicated Roles & Responsibilities'),
  row(16, 'privacy', 'A way to report a breach', ['breach-notification'], 'none', 'Incident Management'),
  row(17, 'privacy', 'Deletion at the end of the relationship', [], 'deletion', 'Data Retention'),
  row(18, 'security', 'A certificate of an independent body', [], 'certificates', 'Security'),
];

function row(
  item: number,
  part: QuestionnaireItem['part'],
  asks: string,
  controls: readonly string[],
  help: ItemHelp,
  section: string,
): QuestionnaireItem {
  return { item, part, asks, controls, help, section };
}
