import { expect, test } from 'vitest';
import { forSeeds } from '../../support/cases.ts';
import { randomEdit } from '../../support/edits.ts';
import { mutated } from '../../support/mutated.ts';
import { NIST_800_53 } from '../../support/own-catalogs.ts';
import { Random } from '../../support/random.ts';
import { Workspace } from '../../support/rebuilt.ts';
import { answers, exampleFiles, survives } from '../../support/survives.ts';

const EXAMPLES = ['complete', 'credit-scoring', 'two-systems'].map(exampleFiles);
const DOCUMENTS = EXAMPLES.flatMap(files =>
  [...files].filter(([path]) =>
    /(?:card|assessment|controls|soa|clausewright)[^/]*\.(?:md|ya?ml)$/i.test(path),
  ),
);

test('every prefix of every example document', () => {
  const { cases, distinct } = forSeeds(
    40,
    (seed, saw) => {
      const random = new Random(seed);
      const [path, text] = random.pick(DOCUMENTS);
      // A seed takes every hundredth prefix; the seeds of a long run take them all.
      for (let length = seed % 100; length <= text.length; length += 100) {
        const prefix = text.slice(0, length);
        saw(`${path} ${prefix}`);
        const workspace = new Workspace(new Map([[path, prefix]]));
        survives(workspace);
        if (length % 5 === 0) answers(workspace.session, workspace.texts, path, length);
      }
    },
    0.01,
  );
  expect(distinct).toBeGreaterThan(cases * 0.3);
});

test('an example document with bytes out of place, and every question about it', () => {
  const { cases, distinct } = forSeeds(
    60,
    (seed, saw) => {
      const random = new Random(seed);
      const [path, whole] = random.pick(DOCUMENTS);
      let text = whole;
      for (let change = random.below(6); change >= 0; change -= 1) {
        const { span, text: inserted } = randomEdit(random, text);
        text = text.slice(0, span.start) + inserted + text.slice(span.end);
      }
      saw(text);
      const workspace = new Workspace(new Map([[path, text]]));
      survives(workspace);
      for (const offset of [random.below(text.length + 1), text.length])
        answers(workspace.session, workspace.texts, path, offset);
    },
    0.3,
  );
  expect(distinct).toBeGreaterThan(cases * 0.9);
});

const JUNIT = `<?xml version="1.0"?>
<testsuites><testsuite name="a" timestamp="2026-10-01T00:00:00" tests="2">
<testcase classname="x" name="y"/><testcase name="z"><failure message="&lt;no&gt;">m</failure></testcase>
</testsuite></testsuites>
`;
const SARIF = JSON.stringify({
  version: '2.1.0',
  runs: [{ tool: { driver: { name: 'x' } }, results: [{ level: 'error', message: { text: 'm' } }] }],
});
const OWN = `id: org-ai
name: ORG-AI
edition: "1"
items:
  - { id: O-1, title: First, kind: control }
  - { id: O-2, title: Second, kind: control, parent: O-1 }
`;

/** A workspace with a file of every format that is read, and a mapping that leans on them. */
const FILES = new Map([
  [
    'clausewright.yaml',
    'clausewright: config/1\nframeworks: [iso-42001, org-ai]\ncatalogs: [own.yaml, nist.json]\nrules:\n  card/no-contact: { severity: error }\ndocuments:\n  model-card: [cards/*.md]\n',
  ],
  ['own.yaml', OWN],
  ['nist.json', NIST_800_53],
  [
    'controls.yaml',
    'clausewright: control-mapping/1\nsystem: { id: x, owner: a@b.org }\nframework: iso-42001\ncontrols:\n  - id: A.6.2.4\n    status: implemented\n    evidence:\n      - { path: r/a.junit.xml, kind: test }\n      - { path: r/b.sarif, kind: test }\n      - { path: r/c.json, kind: test }\n      - MODEL_CARD.md#evaluation\n    satisfies: [org-ai:O-1]\n',
  ],
  ['r/a.junit.xml', JUNIT],
  ['r/b.sarif', SARIF],
  ['r/c.json', '{"results": {"accuracy": 0.9, "f1": {"value": 0.8}}}\n'],
  [
    'MODEL_CARD.md',
    '---\nlicense: mit\n---\n# M\n\n## Evaluation\n\n| Metric | Value |\n|---|---|\n| F1 | 0.8 |\n',
  ],
]);

test('evidence, configuration and catalogs with bytes and structures out of place', () => {
  const { cases, distinct } = forSeeds(
    60,
    (seed, saw) => {
      const random = new Random(seed);
      const path = random.pick([...FILES.keys()]);
      let text = mutated(FILES.get(path) ?? '', seed);
      if (random.chance(0.1))
        text = random.pick(['\0', '[', '{"a":', '<!DOCTYPE a [', '&', '"']).repeat(3000);
      saw(`${path} ${text}`);
      const workspace = new Workspace(new Map([...FILES, [path, text]]));
      survives(workspace);
      answers(workspace.session, workspace.texts, path, random.below(text.length + 1));
    },
    0.3,
  );
  expect(distinct).toBeGreaterThan(cases * 0.5);
});

const DEEP = 20_000;
const BOMB = `<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 12 },
  (_, level) => `<!ENTITY a${level} "${`&a${level === 0 ? '' : level - 1};`.repeat(10)}">`,
).join('')}]><testsuite><testcase name="&a11;"/></testsuite>`;

test.each<[string, string, string]>([
  ['XML entities', 'r/a.junit.xml', BOMB],
  [
    'an external XML entity',
    'r/a.junit.xml',
    '<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><testsuite><testcase name="&x;"/></testsuite>',
  ],
  ['deep XML', 'r/a.junit.xml', `${'<testsuite>'.repeat(DEEP)}${'</testsuite>'.repeat(DEEP)}`],
  ['XML attributes', 'r/a.junit.xml', `<testsuite ${'a="b" '.repeat(DEEP)}/>`],
  ['deep JSON', 'r/c.json', `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`],
  ['deep SARIF', 'r/b.sarif', `{"runs":${'[{"results":'.repeat(DEEP)}`],
  ['a number of many digits', 'r/c.json', `{"accuracy": ${'9'.repeat(100_000)}}`],
  ['names of object members', 'r/c.json', '{"__proto__": {"accuracy": 1}, "constructor": {"prototype": 2}}'],
  ['deep configuration', 'clausewright.yaml', `rules: ${'{a: '.repeat(DEEP)}`],
  [
    'a glob of stars',
    'clausewright.yaml',
    `documents: { model-card: ["${'**/'.repeat(400)}*a*b*c*d*e*f*g*h.md"] }\n`,
  ],
  ['a glob of braces', 'clausewright.yaml', `documents: { model-card: ["${'{a,b}'.repeat(40)}"] }\n`],
  [
    'a glob of nested signs',
    'clausewright.yaml',
    `documents: { model-card: ["${'+('.repeat(30)}a${')+'.repeat(30)}"] }\n`,
  ],
  [
    'a catalog outside',
    'clausewright.yaml',
    'catalogs: [../../x.yaml, /etc/passwd, "file:///etc/passwd", "C:\\\\x", "\\\\\\\\host\\\\x", "a%2f..%2f..%2fx", "a\\0b"]\n',
  ],
  [
    'a catalog of many items',
    'own.yaml',
    `${OWN}${Array.from({ length: DEEP }, (_, index) => `  - { id: O-${index + 3}, title: T }\n`).join('')}`,
  ],
  [
    'a catalog whose parents go in a circle',
    'own.yaml',
    'id: org-ai\nname: O\nedition: "1"\nitems:\n  - { id: A-1, title: a, parent: A-2 }\n  - { id: A-2, title: b, parent: A-1 }\n',
  ],
  ['a catalog of deep groups', 'nist.json', `{"catalog":{"groups":${'[{"groups":'.repeat(DEEP)}`],
  [
    'a catalog named like an object member',
    'own.yaml',
    'id: __proto__\nname: constructor\nedition: "1"\nitems:\n  - { id: toString-1, title: hasOwnProperty }\n',
  ],
])('%s', (_, path, text) => {
  const workspace = new Workspace(new Map([...FILES, [path, text]]));
  survives(workspace);
  answers(workspace.session, workspace.texts, path, Math.floor(text.length / 2));
  const shown = JSON.stringify([...workspace.texts.keys()].map(each => workspace.checker.findings(each)));
  expect(shown).not.toMatch(/a{50}|root:/);
});
