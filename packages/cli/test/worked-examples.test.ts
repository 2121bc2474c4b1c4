import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, checkFrame, expectGolden, manifest, repository, uses, type CheckJson } from './workbench.js';

/** The worked examples of the product's own specification, by their numbers there. */
const folderOf = (name: string) => join(repository, 'fixtures/worked-examples', name);

const baseScopes = ['seller.authorization.info', 'seller.fulfillment.basic', 'seller.order.info'];
const keysOf = (folder: string) => manifest(folder).scopes.map(({ key }) => key);
const judged = ({ findings }: CheckJson) => findings.filter(({ severity }) => severity !== 'note');
const rulesOf = (report: CheckJson) => judged(report).map(({ rule }) => rule);

function finding(report: CheckJson, rule: string) {
  const found = report.findings.filter((candidate) => candidate.rule === rule);
  expect(found, `exactly one ${rule}`).toHaveLength(1);
  const [{ place, message, why, help }] = found as [CheckJson['findings'][number]];
  return { at: `${place.file}:${place.start.line}`, words: `${message} ${why} ${help}` };
}

it.each([
  '01-minimal',
  '02-unused-scope',
  '03-missing-scope',
  '04a-create-and-search-returns',
  '04b-create-return-and-ship',
  '04c-create-return-alone',
  '05-exceeds-purpose',
  '06-field-not-allowed',
  '07-misspelt-scope',
  '08-path-shapes',
  '09-open-call',
  '10-sdk-name',
  '11-webhook-scope',
  '12-syntax-error',
  '14-no-calls',
])('%s prints what its golden frame shows', (name) => {
  expectGolden(join(folderOf(name), 'expected.txt'), checkFrame(folderOf(name)));
});

describe('1. a minimal app', () => {
  const folder = folderOf('01-minimal');

  it('has exactly its three scopes, nothing to drop or add, and is minimal', () => {
    const { scopes, drop, add, verdict } = manifest(folder);
    expect(scopes.map(({ key }) => key)).toEqual(baseScopes);
    expect({ drop, add, verdict }).toEqual({ drop: [], add: [], verdict: 'minimal' });
  });

  it('ends with 0', () => {
    const report = check(folder);
    expect(rulesOf(report)).toEqual([]);
    expect(report.status).toBe(0);
  });
});

describe('2. a requested scope that nothing needs', () => {
  const folder = folderOf('02-unused-scope');

  it('is one unused-scope at its line, naming what it would open', () => {
    const report = check(folder);
    expect(rulesOf(report)).toEqual(['unused-scope']);
    const { at, words } = finding(report, 'unused-scope');
    expect(at).toBe('scope-declaration.yaml:7');
    expect(words).toContain('seller.finance.info');
    expect(words).toMatch(/seller\.finance(?!\.info)|settlement/i);
    expect(report.status).toBe(1);
  });

  it('is what the manifest drops', () => {
    const { scopes, drop, add } = manifest(folder);
    expect(scopes.map(({ key }) => key)).toEqual(baseScopes);
    expect(JSON.stringify(drop)).toContain('seller.finance.info');
    expect(drop).toHaveLength(1);
    expect(add).toEqual([]);
  });
});

describe('3. a call whose scope is not requested', () => {
  const folder = folderOf('03-missing-scope');

  it('is missing-scope at the call, with the error to come and what it costs', () => {
    const report = check(folder);
    const { at, words } = finding(report, 'missing-scope');
    expect(at).toBe('src/shipping/cancel.ts:4');
    expect(words).toContain('seller.return_refund.basic');
    expect(words).toContain('105005');
    expect(words).toMatch(/must authorize it again/);
    expect(report.status).toBe(1);
  });

  it('is what the manifest adds', () => {
    const { scopes, add, drop } = manifest(folder);
    expect(scopes.map(({ key }) => key)).toEqual([...baseScopes, 'seller.return_refund.basic']);
    expect(JSON.stringify(add)).toContain('seller.return_refund.basic');
    expect(drop).toEqual([]);
  });
});

describe('4. an endpoint that several scopes open', () => {
  it('is served by the scope that another call needs anyway', () => {
    expect(keysOf(folderOf('04a-create-and-search-returns'))).toEqual(['seller.return_refund.basic']);
    expect(keysOf(folderOf('04b-create-return-and-ship'))).toEqual(['seller.fulfillment.basic']);
  });

  it('alone takes the alternative that opens the fewest personal categories, and says so', () => {
    const { scopes } = manifest(folderOf('04c-create-return-alone'));
    expect(scopes.map(({ key }) => key)).toEqual(['seller.return_refund.basic']);
    expect(JSON.stringify(scopes[0]?.alternatives)).toContain('seller.fulfillment.basic');
    expect(JSON.stringify(scopes[0])).toMatch(/personal/);
  });

  it('makes each of the three declarations minimal', () => {
    for (const name of [
      '04a-create-and-search-returns',
      '04b-create-return-and-ship',
      '04c-create-return-alone',
    ]) {
      const report = check(folderOf(name));
      expect(rulesOf(report), name).toEqual([]);
      expect(report.verdict, name).toBe('minimal');
    }
  });
});

describe('5. a call outside the purposes of its file', () => {
  it('exceeds the purpose, and is not missing its scope', () => {
    const report = check(folderOf('05-exceeds-purpose'));
    expect(finding(report, 'exceeds-purpose').at).toBe('src/connect/orders.ts:4');
    expect(rulesOf(report)).toEqual(['exceeds-purpose']);
    expect(report.status).toBe(1);
  });
});

describe('6. a field that no purpose of its file allows', () => {
  it('is not allowed where it is read, by its category; the recipient’s name beside it is', () => {
    const report = check(folderOf('06-field-not-allowed'));
    expect(rulesOf(report)).toEqual(['field-not-allowed']);
    const { at, words } = finding(report, 'field-not-allowed');
    expect(at).toBe('src/shipping/label.ts:7');
    expect(words).toContain('buyer government or tax id');
    expect(report.status).toBe(1);
  });
});

describe('7. a scope that the platform spells otherwise', () => {
  it('is unknown to this catalog, with the spelling that is meant', () => {
    const report = check(folderOf('07-misspelt-scope'));
    const { at, words } = finding(report, 'unknown-scope');
    expect(at).toBe('scope-declaration.yaml:7');
    expect(words).toContain('serller.product.optimize');
    expect(words).not.toMatch(/invalid/i);
    expect(rulesOf(report)).toEqual(['unknown-scope']);
  });
});

describe('8. a path written in other ways', () => {
  it('is the same use as inline, at the outermost call', () => {
    const found = uses(folderOf('08-path-shapes')).uses.map(
      ({ endpoint, place }) => `${place.file}:${place.start.line} ${endpoint}`,
    );
    const wanted = {
      'class-field': 7,
      constant: 5,
      enum: 7,
      inline: 4,
      template: 5,
      'two-helpers': 3,
    };
    expect(found).toEqual(
      Object.entries(wanted).map(
        ([name, line]) => `src/shipping/${name}.ts:${line} POST /order/202309/orders/search`,
      ),
    );
  });

  it('names the helpers on the way', () => {
    const throughHelpers = uses(folderOf('08-path-shapes')).uses.find(({ place }) =>
      place.file.includes('two-helpers'),
    );
    const helpers = JSON.stringify(throughHelpers?.via);
    for (const file of ['src/platform/search.ts', 'src/platform/post.ts', 'src/platform/http.ts']) {
      expect(helpers).toContain(file);
    }
  });
});

describe('9. a path that no code decides', () => {
  const folder = folderOf('09-open-call');

  it('is unresolved at the call, and makes the unused scope only possibly unused', () => {
    const report = check(folder);
    expect(finding(report, 'unresolved-call').at).toBe('src/shipping/job.ts:5');
    expect(finding(report, 'unused-scope').words).toMatch(/possibly unused/i);
    expect(report.verdict).toBe('unknown');
  });

  it('ends with 3 when completeness is demanded', () => {
    expect(check(folder, '--strict').status).toBe(3);
  });

  it('drops nothing in the manifest', () => {
    const { drop, add, verdict, unresolved } = manifest(folder);
    expect({ drop, add, verdict }).toEqual({ drop: [], add: [], verdict: 'unknown' });
    expect(unresolved).toHaveLength(1);
  });
});

describe('10. a call by its name in the SDK', () => {
  it('is the endpoint that the name says; the SDK itself adds nothing', () => {
    const found = uses(folderOf('10-sdk-name'));
    expect(found.uses.map(({ endpoint, place }) => `${place.file}:${place.start.line} ${endpoint}`)).toEqual([
      'src/shipping/orders.ts:6 GET /order/202507/orders',
    ]);
    expect(found.open).toEqual([]);
    expect(keysOf(folderOf('10-sdk-name'))).toEqual(['seller.order.info']);
  });
});

describe('11. a scope that only a webhook needs', () => {
  it('is required by the webhook', () => {
    const { scopes, drop, verdict } = manifest(folderOf('11-webhook-scope'));
    expect(scopes.find(({ key }) => key === 'seller.fbt.info')?.status).toBe('required-by-webhook');
    expect({ drop, verdict }).toEqual({ drop: [], verdict: 'minimal' });
  });
});

describe('12. a file with a syntax error', () => {
  it('is listed as unread, and everything else is still reported', () => {
    const report = check(folderOf('12-syntax-error'));
    expect(report.unread.map(({ file }) => file)).toEqual(['src/shipping/broken.ts']);
    expect(keysOf(folderOf('12-syntax-error'))).toEqual(baseScopes);
  });
});

describe('14. a project without any call', () => {
  it('says so, claims nothing and ends with 0', () => {
    const folder = folderOf('14-no-calls');
    expect(checkFrame(folder)).toContain('no TikTok Shop API calls found');
    const report = check(folder);
    expect(rulesOf(report)).toEqual([]);
    expect({ status: report.status, verdict: report.verdict }).toEqual({ status: 0, verdict: 'unknown' });
  });
});
