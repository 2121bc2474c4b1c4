/** What a record of processing can tell of one activity. */
export type RecordField =
  | 'record'
  | 'status'
  | 'since'
  | 'owner'
  | 'company'
  | 'contact'
  | 'representative'
  | 'officer'
  | 'controllers'
  | 'processing'
  | 'subjects'
  | 'categories'
  | 'recipients'
  | 'locations'
  | 'transfers'
  | 'retention'
  | 'security'
  | 'scopes'
  | 'endpoints';

export interface RecordForm {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** The state of the source, `YYYY-MM-DD`. */
  readonly date: string;
  readonly columns: readonly { readonly title: string; readonly fields: readonly RecordField[] }[];
}

const one = (title: string, field: RecordField): RecordForm['columns'][number] => ({
  title,
  fields: [field],
});

/** Article 30(2) of the GDPR: what a processor records. */
export const processorForm: RecordForm = {
  id: 'processor',
  title: 'Record of a processor, Article 30(2) GDPR',
  source: 'Regulation (EU) 2016/679, Article 30(2)',
  date: '2016-05-04',
  columns: [
    one('record', 'record'),
    one('status', 'status'),
    one('since', 'since'),
    one('owner', 'owner'),
    one('processor', 'company'),
    one('contact', 'contact'),
    one('representative', 'representative'),
    one('data protection officer', 'officer'),
    one('controllers', 'controllers'),
    one('categories of processing', 'processing'),
    one('data subjects', 'subjects'),
    one('categories of personal data', 'categories'),
    one('recipients and sub-processors', 'recipients'),
    one('storage locations', 'locations'),
    one('third-country transfers and safeguards', 'transfers'),
    one('retention and deletion', 'retention'),
    one('security measures', 'security'),
    one('scopes', 'scopes'),
    one('endpoints', 'endpoints'),
  ],
};

/** Article 30(1) of the GDPR: what a controller records, such as a seller with an app of its own. */
export const controllerForm: RecordForm = {
  ...processorForm,
  id: 'controller',
  title: 'Record of a controller, Article 30(1) GDPR',
  source: 'Regulation (EU) 2016/679, Article 30(1)',
  columns: processorForm.columns
    .filter(({ title }) => title !== 'controllers')
    .map(({ fields, title }) => ({
      title:
        { processor: 'controller', 'categories of processing': 'purposes of the processing' }[title] ?? title,
      fields,
    })),
};

/**
 * What the regulators want to see in a record. The contents are those of their guidance on Article 30; titles and order of
 * their spreadsheets were not at hand to compare, so both forms say so to whoever reads them.
 */
export const recordTemplates: Readonly<Record<'ico' | 'cnil', RecordForm>> = {
  ico: {
    id: 'ico',
    title: 'Record of processing with the contents that the ICO names',
    source:
      "Information Commissioner's Office, what to document under Article 30 (its spreadsheet was not compared)",
    date: '2026-11-29',
    columns: [
      one('Business function', 'record'),
      one('Purpose of processing', 'processing'),
      { title: 'Name and contact details of controller', fields: ['controllers'] },
      one('Categories of individuals', 'subjects'),
      one('Categories of personal data', 'categories'),
      one('Categories of recipients', 'recipients'),
      { title: 'Names of third countries or international organisations', fields: ['transfers'] },
      one('Retention schedule', 'retention'),
      one('General description of technical and organisational security measures', 'security'),
      one('Location of personal data', 'locations'),
      { title: 'Data protection officer and representative', fields: ['officer', 'representative'] },
    ],
  },
  cnil: {
    id: 'cnil',
    title: 'Registre des activités de traitement (CNIL)',
    source:
      "Commission nationale de l'informatique et des libertés, le registre des activités de traitement (son modèle n'a pas été comparé)",
    date: '2026-11-29',
    columns: [
      one('Nom de l’activité', 'record'),
      one('Date de création', 'since'),
      { title: 'Acteurs', fields: ['company', 'contact', 'representative', 'officer'] },
      one('Responsable de traitement', 'controllers'),
      one('Finalités ou catégories de traitements', 'processing'),
      one('Catégories de personnes concernées', 'subjects'),
      one('Catégories de données personnelles', 'categories'),
      one('Catégories de destinataires', 'recipients'),
      { title: 'Transferts hors UE', fields: ['transfers', 'locations'] },
      one('Durées de conservation', 'retention'),
      one('Mesures de sécurité', 'security'),
    ],
  },
};
