// What belongs into the package, and what must be there.

/** The largest package, in bytes. */
const limit = 2 * 1024 * 1024;

const allowed = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(?:package|package\.nls(?:\.[a-z-]+)?)\.json$/,
  /^extension\/(?:readme|changelog)\.md$/,
  /^extension\/LICENSE\.txt$/,
  /^extension\/NOTICE$/,
  /^extension\/docs\/images\/(?:icon\.png|view\.svg)$/,
  /^extension\/dist\/(?:client|start|server|cli|engine-\w+)\.cjs$/,
  /^extension\/dist\/web\/(?:client\.cjs|server\.js)$/,
  /^extension\/dist\/webview\/coverage\.js$/,
  /^extension\/dist\/third-party-licences\.txt$/,
  /^extension\/dist\/sbom\.cdx\.json$/,
  /^extension\/dist\/example\.json$/,
  /^extension\/l10n\/bundle\.l10n(?:\.[a-z-]+)?\.json$/,
  /^extension\/media\/walkthrough-[a-z]+\.svg$/,
  /^extension\/dist\/catalogs\/[\w.-]+\.json$/,
  /^extension\/snippets\/[\w.-]+\.code-snippets$/,
  /^extension\/syntaxes\/[\w.-]+\.tmLanguage\.json$/,
];

const required = [
  'extension/package.json',
  'extension/package.nls.json',
  'extension/readme.md',
  'extension/changelog.md',
  'extension/LICENSE.txt',
  'extension/NOTICE',
  'extension/docs/images/icon.png',
  'extension/docs/images/view.svg',
  'extension/dist/client.cjs',
  'extension/dist/start.cjs',
  'extension/dist/server.cjs',
  'extension/dist/cli.cjs',
  'extension/dist/web/client.cjs',
  'extension/dist/web/server.js',
  'extension/dist/webview/coverage.js',
  'extension/dist/third-party-licences.txt',
  'extension/dist/sbom.cdx.json',
  'extension/dist/example.json',
  'extension/package.nls.de.json',
  'extension/l10n/bundle.l10n.json',
  'extension/l10n/bundle.l10n.de.json',
  'extension/media/walkthrough-example.svg',
  'extension/media/walkthrough-fix.svg',
  'extension/media/walkthrough-write.svg',
  'extension/media/walkthrough-coverage.svg',
  'extension/dist/catalogs/index.json',
  'extension/dist/catalogs/framework.iso-42001.json',
  'extension/dist/catalogs/document.model-card.json',
  'extension/snippets/yaml.code-snippets',
  'extension/snippets/markdown.code-snippets',
  'extension/snippets/cards.code-snippets',
  'extension/snippets/sections.code-snippets',
  'extension/syntaxes/yaml.injection.tmLanguage.json',
  'extension/syntaxes/markdown.injection.tmLanguage.json',
  'extension/syntaxes/front-matter.injection.tmLanguage.json',
];

/**
 * Problems of a package as lines of text; empty when everything is in order.
 * @param {{ name: string }[]} files
 * @param {number} size of the package in bytes
 */
export function checkContents(files, size) {
  const names = new Set(files.map(({ name }) => name));
  const problems = [];
  for (const name of names)
    if (!allowed.some(pattern => pattern.test(name)))
      problems.push(`${name} does not belong into the package`);
  for (const name of required) if (!names.has(name)) problems.push(`${name} is missing`);
  if (size > limit) problems.push(`the package has ${size} bytes, more than ${limit}`);
  return problems;
}

/** The five largest files, with their packed sizes. */
export function largest(files) {
  return [...files]
    .sort((a, b) => b.packed - a.packed)
    .slice(0, 5)
    .map(({ name, packed }) => `${name.replace(/^extension\//, '')} ${(packed / 1024).toFixed(0)} kB`);
}
