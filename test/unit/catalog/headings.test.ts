import { describe, expect, test } from 'vitest';
import type { SectionedModel } from '../../../server/src/model/sectioned.ts';
import { conceptStates } from '../../../server/src/workspace/concepts.ts';
import { LIBRARY, parseFixture, sessionOf } from '../../support/fixture.ts';

/** Checks the concept that a heading, written as it is in the document, stands for, and that its text is found. */
function checkHeading(heading: string, concept: string | undefined, config = ''): void {
  const path = 'MODEL_CARD.md';
  const { files } = parseFixture(
    `//- ${path}\n# Router\n\nSorts tickets.\n\n${heading}\n\nOne sentence on this.\n${config}`,
    path,
  );
  const session = sessionOf(files);
  const model = session.document(path)?.model as SectionedModel;
  const states = conceptStates(model, LIBRARY.vocabulary('model-card'), session.scopeOf(path).headings);
  const index = model.outline.findLastIndex(item => item.level > 0);
  expect(states.ofHeading[index]?.[0]?.id).toBe(concept);
  if (concept !== undefined) expect(states.states.get(concept)?.substance).toBe('text');
}

describe('a section is known however its heading is written', () => {
  test.each([
    '## Limitations',
    '##### limitations',
    'Limitations\n-----------',
    '## 4.2 Limitations',
    '## IV. Limitations',
    '## ⚠️ Limitations',
    '## Limitations ⚠️',
    '## Limitations [optional]',
    '## Limitations {#limits}',
    '{:.h2_title}\n## Limitations',
    '## **Limitations**',
    '## [Limitations](#limitations)',
    '## Limitations:',
    '## Known Limitations',
    '## Limitations of Router 2',
    '##Limitations',
    '**Limitations**',
    '**Limitations:**',
    '__Limitations__',
    '<b>Limitations</b>',
    '<h2>Limitations</h2>',
    '<h2 align="center">\n  Limitations\n</h2>',
    '<div align="center">\n<h2 id="limits">Limitations</h2>\n</div>',
  ])('%j', heading => checkHeading(heading, 'limitations'));

  test.each([
    ['## How to use Router 2 with Python', 'how-to-use'],
    ['## Evaluation on the tickets of March', 'evaluation'],
    ['## About Router', 'overview'],
    ['## Model Card Authors', 'model-details'],
    ['## Install', 'how-to-use'],
    ['#tickets #routing', undefined],
    ['<!-- <h2>Limitations</h2> -->', undefined],
    ['- **Limitations**', undefined],
  ])('%j is %s', (heading, concept) => checkHeading(heading, concept));
});

describe('core concepts in eight languages', () => {
  const HEADINGS: Readonly<Record<string, readonly string[]>> = {
    'intended-use': [
      'Intended use',
      '预期用途',
      'Uso previsto',
      'Utilisation prévue',
      'Verwendungszweck',
      '想定用途',
      'Uso pretendido',
      '사용 목적',
    ],
    limitations: [
      'Limitations',
      '局限性',
      'Limitaciones',
      'Limites',
      'Einschränkungen',
      '制限事項',
      'Limitações',
      '한계',
    ],
    'training-data': [
      'Training data',
      '训练数据',
      'Datos de entrenamiento',
      "Données d'entraînement",
      'Trainingsdaten',
      '学習データ',
      'Dados de treinamento',
      '학습 데이터',
    ],
    evaluation: [
      'Evaluation',
      '评估',
      'Evaluación',
      'Évaluation',
      'Evaluierung',
      '評価',
      'Avaliação',
      '평가',
    ],
    license: ['License', '许可证', 'Licencia', 'Licence', 'Lizenz', 'ライセンス', 'Licença', '라이선스'],
    contact: ['Contact', '联系方式', 'Contacto', 'Nous contacter', 'Kontakt', '連絡先', 'Contato', '연락처'],
    'training-procedure': [
      'Training procedure',
      '训练过程',
      'Procedimiento de entrenamiento',
      "Procédure d'entraînement",
      'Trainingsverfahren',
      '学習手順',
      'Procedimento de treinamento',
      '학습 절차',
    ],
    'ethical-considerations': [
      'Ethical considerations',
      '伦理考虑',
      'Consideraciones éticas',
      'Considérations éthiques',
      'Ethische Überlegungen',
      '倫理的考慮事項',
      'Considerações éticas',
      '윤리적 고려 사항',
    ],
  };
  test.each(Object.entries(HEADINGS))('%s', (concept, headings) => {
    for (const heading of headings) checkHeading(`## ${heading}`, concept);
  });
});

describe('headings of an organisation', () => {
  const CONFIG = '//- clausewright.yaml\nheadings:\n  limitations: [Where not to trust it]\n';

  test('are known once the configuration names them', () => {
    checkHeading('## Where not to trust it', undefined);
    checkHeading('## Where not to trust it', 'limitations', CONFIG);
    checkHeading('## 3. where NOT to trust it ⚠️', 'limitations', CONFIG);
  });
});
