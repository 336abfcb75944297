import { describe, expect, test } from 'vitest';
import { parseFixture, sessionOf } from '../../support/fixture.ts';

function kindOf(path: string, text: string): string | undefined {
  return sessionOf(parseFixture(text, path).files).document(path)?.kind;
}

describe('the kind of a Markdown file', () => {
  test.each([
    ['MODEL_CARD.md', '# Router\n\nSorts.\n', 'model-card'],
    ['docs/model-card.md', '## Usage\n\nrun\n', 'model-card'],
    ['hf_model_card.md', '# Router\n', 'model-card'],
    ['model_cards/router/README.md', '# Router\n', 'model-card'],
    ['README.md', '---\nlicense: mit\npipeline_tag: text-classification\n---\n# Router\n', 'model-card'],
    ['README.md', '---\nlanguage: en\nlicense: mit\n---\n# Router\n', 'model-card'],
    ['README.md', '---\npretty_name: Tickets\nlanguage: en\n---\n# Tickets\n', 'dataset-card'],
    ['README.md', '---\ntask_categories: [x]\nsize_categories: [n<1K]\n---\n', 'dataset-card'],
    ['datacard.md', '# Tickets\n', 'dataset-card'],
    [
      '_posts/2020-04-21-router.md',
      '---\nlayout: model\nlanguage: en\n---\n## Description\n\nx\n\n## How to use\n\nx\n\n## Model Information\n\nx\n',
      'model-card',
    ],
    [
      'README.md',
      '---\ntitle: BLEU\nsdk: gradio\napp_file: app.py\ncolorFrom: blue\ntags: [metric]\n---\n# BLEU\n',
      'space-card',
    ],
    [
      'demo/README.md',
      '---\ntitle: Router\nsdk: docker\napp_port: 8080\n---\nRuns the router.\n',
      'space-card',
    ],
    ['docs/impact-assessment.md', '# AI\n\n## Scope\n\n## Harms\n\n## Measures\n', 'impact-assessment'],
  ])('%s is one', (path, text, kind) => {
    expect(kindOf(path, text)).toBe(kind);
  });

  test.each([
    ['README.md', '# Router\n\n## Usage\n\nrun\n'],
    ['README.md', '---\ntitle: Tools\nsdk: flutter\npinned: true\n---\n# Tools\n'],
    [
      '_posts/2020-01-01-news.md',
      '---\nlayout: post\nlanguage: en\n---\n## Description\n\n## How to use\n\n## Results\n',
    ],
    ['docs/model-cards.md', '# Model cards\n\nWhat they are.\n'],
    ['model_cards/README.md', '# Generated cards\n'],
    [
      'docs/impact-assessment-how-to.md',
      '# Writing an impact assessment\n\n## What is an impact assessment?\n\n## Tips\n',
    ],
    ['CHANGELOG.md', '---\ntags: [release]\n---\n# 1.0\n'],
  ])('%s is none', (path, text) => {
    expect(kindOf(path, text)).toBeUndefined();
  });
});
