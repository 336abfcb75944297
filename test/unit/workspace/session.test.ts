import { describe, expect, test } from 'vitest';
import { Checker } from '../../../server/src/rules/checker.ts';
import { RULES } from '../../../server/src/rules/registry.ts';
import { Source } from '../../../server/src/text/source.ts';
import { Session } from '../../../server/src/workspace/session.ts';
import { checkerOf, LIBRARY, parseFixture, sessionOf, TODAY } from '../../support/fixture.ts';

const card = (title: string, body: string): string =>
  `---\nlicense: mit\nlanguage: en\n---\n# ${title}\n\n## Evaluation\n\n${body}\n`;
const mapping = (system: string, evidence: string): string =>
  `clausewright: control-mapping/1\nsystem: { id: ${system}, owner: a@example.org }\ncontrols:\n  - id: A.6.2.4\n    status: implemented\n    evidence: [${evidence}]\n`;

describe('an edit in a workspace of a thousand documents', () => {
  const files = new Map<string, string>();
  for (let team = 0; team < 250; team += 1) {
    files.set(`t${team}/controls.yaml`, mapping(`s${team}`, 'MODEL_CARD.md#evaluation, docs/model_card.md'));
    files.set(`t${team}/MODEL_CARD.md`, card('One', 'AUC is 0.81.'));
    files.set(`t${team}/docs/model_card.md`, card('Two', 'AUC is 0.79.'));
    files.set(`t${team}/docs/DATASET_CARD.md`, '# Loans\n\n## Provenance\n\nOne bank.\n');
  }
  const checker = checkerOf(files);
  const { session } = checker as unknown as { session: Session };
  const checkAll = (): void => {
    for (const path of session.paths) checker.findings(path);
  };

  /** Checks which documents are looked at again after the text of one was replaced. */
  function checkAgain(path: string, text: string, expected: readonly string[]): void {
    checkAll();
    checker.refresh();
    const before = checker.checks;
    session.setText(path, new Source(text));
    const stale = [...checker.refresh()].sort();
    checkAll();
    expect(stale).toEqual([...expected].sort());
    expect(checker.checks - before).toBe(expected.length);
  }

  test('of prose asks for its own document only', () => {
    checkAgain('t7/MODEL_CARD.md', card('One', 'AUC is 0.81, as last year.'), ['t7/MODEL_CARD.md']);
  });

  test('of a section that an entry points at asks for the mapping, too', () => {
    checkAgain('t8/MODEL_CARD.md', card('One', 'TODO'), ['t8/MODEL_CARD.md', 't8/controls.yaml']);
  });

  test('of a mapping asks for no other team', () => {
    checkAll();
    checker.refresh();
    session.setText('t9/controls.yaml', new Source(mapping('s9', 'docs/model_card.md')));
    expect([...checker.refresh()].filter(path => !path.startsWith('t9/'))).toEqual([]);
  });
});

describe('evidence', () => {
  const start = (): Session => {
    const session = new Session({ library: LIBRARY, today: TODAY });
    session.setFiles(['controls.yaml', 'docs/plan.md', 'docs/logo.png', 'other.md']);
    session.setText(
      'controls.yaml',
      new Source(mapping('s', 'docs/plan.md#steps, docs/logo.png, docs/missing.md')),
    );
    return session;
  };

  test('is wanted where an entry points at a file whose text can say something', () => {
    const session = start();
    expect(session.wanted()).toEqual(['docs/plan.md']);
    expect(session.setText('docs/plan.md', new Source('# Plan\n\n## Steps\n\nOne.\n'))).toBe(true);
    expect(session.wanted()).toEqual([]);
    expect(session.paths).toEqual(['controls.yaml']);
    expect(session.graph(new Set()).section('docs/plan.md', 'steps')?.data.substance).toBe('text');
  });

  test('is let go when no entry points at it any more', () => {
    const session = start();
    session.wanted();
    session.setText('docs/plan.md', new Source('# Plan\n\n## Steps\n'));
    session.setText('controls.yaml', new Source(mapping('s', 'other.md')));
    expect(session.wanted()).toEqual(['other.md']);
    expect(session.kindOf('docs/plan.md')).toBeUndefined();
  });

  test('is wanted again after its file was replaced', () => {
    const session = start();
    session.wanted();
    session.setText('docs/plan.md', new Source('# Plan\n'));
    session.setFiles([], ['docs/plan.md']);
    expect(session.wanted()).toEqual([]);
    session.setFiles(['docs/plan.md']);
    expect(session.wanted()).toEqual(['docs/plan.md']);
  });
});

describe('files that come and go', () => {
  test('ask for the documents that name them', () => {
    const files = new Map([['controls.yaml', mapping('s', 'docs/new.md, policies')]]);
    const checker = checkerOf(files);
    const { session } = checker as unknown as { session: Session };
    const missing = (): number =>
      checker.findings('controls.yaml').filter(each => each.rule === 'evidence/missing-file').length;
    expect(missing()).toBe(2);
    session.setFiles(['docs/new.md']);
    expect(missing()).toBe(1);
    session.setFiles(['policies/ai.md']);
    expect(missing()).toBe(0);
    session.setFiles([], ['policies/ai.md', 'docs/new.md']);
    expect(missing()).toBe(2);
  });

  test('a document that is deleted or becomes none has no findings, and that is told', () => {
    const checker = checkerOf(new Map([['controls.yaml', mapping('s', 'missing.md')]]));
    const { session } = checker as unknown as { session: Session };
    expect(checker.findings('controls.yaml')).not.toEqual([]);
    checker.refresh();
    session.setText('controls.yaml', new Source('jobs:\n  - build\n'));
    expect([...checker.refresh()]).toEqual(['controls.yaml']);
    expect(checker.findings('controls.yaml')).toEqual([]);
    session.setText('controls.yaml', new Source(mapping('s', 'missing.md')));
    expect(checker.findings('controls.yaml')).not.toEqual([]);
    session.setFiles([], ['controls.yaml']);
    expect([...checker.refresh()]).toEqual(['controls.yaml']);
    expect(checker.findings('controls.yaml')).toEqual([]);
    expect(session.index.dump()).toBe('');
  });

  test('what went out of date is told even when findings were asked for in between', () => {
    const checker = checkerOf(new Map([['controls.yaml', mapping('s', 'missing.md')]]));
    const { session } = checker as unknown as { session: Session };
    checker.refresh();
    session.setFiles(['missing.md']);
    session.setText('controls.yaml', new Source(mapping('s', 'other.md')));
    checker.findings('controls.yaml');
    expect([...checker.refresh()]).toEqual(['controls.yaml']);
    expect([...checker.refresh()]).toEqual([]);
  });
});

describe('a configuration', () => {
  const files = (config: string): ReadonlyMap<string, string> =>
    new Map([
      ['clausewright.yaml', config],
      ['controls.yaml', mapping('s', 'missing.md')],
      ['team/controls.yaml', mapping('t', 'missing.md')],
      ['plan.md', '# Plan\n\n## Evaluation\n\nDone.\n'],
    ]);

  test('is in force for everything below it', () => {
    const session = sessionOf(files('framework: iso-27001\n'));
    expect(session.scopeOf('team/controls.yaml').framework).toBe('iso-27001');
    session.setText('clausewright.yaml', new Source('framework: nist-ai-rmf\n'));
    expect(session.scopeOf('team/controls.yaml').framework).toBe('nist-ai-rmf');
    session.setText('clausewright.yaml', undefined);
    expect(session.scopeOf('team/controls.yaml').framework).toBe('iso-42001');
  });

  test('asks for the documents below it only where it says something new', () => {
    const session = sessionOf(files('framework: iso-42001\n'));
    session.takeStale();
    session.setText('clausewright.yaml', new Source('# a comment\nframework: iso-42001\n'));
    expect([...session.takeStale()]).toEqual(['clausewright.yaml']);
    session.setText('clausewright.yaml', new Source('rules: { evidence: warning }\n'));
    expect([...session.takeStale()].sort()).toEqual([
      'clausewright.yaml',
      'controls.yaml',
      'team/controls.yaml',
    ]);
  });

  test('gives a file its kind, and takes it away', () => {
    const session = sessionOf(files('documents: [{ files: plan.md, kind: model-card }]\n'));
    expect(session.kindOf('plan.md')).toBe('model-card');
    session.setText('clausewright.yaml', new Source('exclude: [team/**]\n'));
    expect(session.kindOf('plan.md')).toBeUndefined();
    expect(session.kindOf('team/controls.yaml')).toBeUndefined();
  });
});

test('a document that was released is read again when it is asked for', () => {
  const session = sessionOf(new Map([['controls.yaml', mapping('s', 'missing.md')]]));
  const before = session.index.dump();
  session.release('controls.yaml');
  expect(session.document('controls.yaml')?.kind).toBe('control-mapping');
  const checker = new Checker(session, RULES);
  expect(checker.findings('controls.yaml').length).toBeGreaterThan(0);
  expect(session.index.dump()).toBe(before);
});

test('each workspace folder is the root of its own links', () => {
  const { files } = parseFixture(
    `//- one/controls.yaml\n${mapping('a', '/card.md, ../two/card.md')}//- two/card.md\n# T\n`,
    'x',
  );
  const session = new Session({ library: LIBRARY, today: TODAY, roots: ['one', 'two'] });
  session.setFiles([...files.keys(), 'one/card.md']);
  for (const [path, text] of files) session.setText(path, new Source(text));
  expect(session.rootOf('two/card.md')).toBe('two');
  expect(session.wanted()).toEqual(['one/card.md']);
});
