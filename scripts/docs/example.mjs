// The examples of the rules: several files begin with "//- path" lines, and what is found stands in ⟦…⟧.

const PATHS = {
  'control-mapping': 'controls.yaml',
  'model-card': 'MODEL_CARD.md',
  'dataset-card': 'DATASET_CARD.md',
  'space-card': 'README.md',
  'impact-assessment': 'impact-assessment.md',
  incident: 'incidents/2026-01.md',
  config: 'clausewright.yaml',
};

/** The files of an example with their marks; lines are 1-based. */
export function exampleFiles(example, kind) {
  const pieces = example.startsWith('//- ')
    ? example.split(/^\/\/- (.+)\n/m).slice(1)
    : [PATHS[kind] ?? 'document.md', example];
  const files = [];
  for (let piece = 0; piece < pieces.length; piece += 2) {
    const path = pieces[piece].trim();
    const marked = pieces[piece + 1];
    files.push({
      path,
      language: languageOf(path),
      text: marked.replace(/[⟦⟧]/g, ''),
      marks: marksOf(marked),
    });
  }
  return files;
}

function marksOf(text) {
  const marks = [];
  const open = [];
  let plain = '';
  for (const part of text.split(/([⟦⟧])/)) {
    if (part === '⟦') open.push(plain.length);
    else if (part === '⟧') {
      const start = open.pop();
      marks.push({ line: plain.slice(0, start).split('\n').length, marked: plain.slice(start) });
    } else plain += part;
  }
  return marks.sort((a, b) => a.line - b.line);
}

function languageOf(path) {
  if (/\.ya?ml$/.test(path)) return 'yaml';
  return { json: 'json', xml: 'xml', md: 'markdown' }[path.slice(path.lastIndexOf('.') + 1)] ?? 'text';
}
