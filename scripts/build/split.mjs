// Programs that share their code, as CommonJS files of which each loads what it needs. esbuild divides code between
// files only as ES modules, so it does that first; then imports and exports between the files become CommonJS.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { build } from 'esbuild';

/**
 * Builds programs that share code into a folder: one file for each program, and `engine-*.cjs` for what they share and
 * for what is loaded later on.
 * @param {import('esbuild').BuildOptions} settings
 * @param {Record<string, string>} programs entry points by name
 * @param {string} folder
 */
export async function splitBundle(settings, programs, folder) {
  const { metafile, outputFiles } = await build({
    ...settings,
    entryPoints: programs,
    outdir: folder,
    format: 'esm',
    splitting: true,
    chunkNames: 'engine-[hash]',
    outExtension: { '.js': '.cjs' },
    write: false,
  });
  for (const { path: file, text } of outputFiles) {
    const isProgram = Object.keys(programs).some(name => path.basename(file) === `${name}.cjs`);
    const code = file.endsWith('.map') ? text : asCommonJs(text, path.basename(file));
    writeFileSync(file, isProgram ? `#!/usr/bin/env node\n${code}` : code);
  }
  return metafile;
}

/** The files that a program loads as soon as it is started, itself included, and their bytes altogether. */
export function loadedAtStart(folder, program) {
  const files = new Set();
  const queue = [`${program}.cjs`];
  let bytes = 0;
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (files.has(name)) continue;
    files.add(name);
    const text = readFileSync(path.join(folder, name), 'utf8');
    bytes += text.length;
    for (const [, next] of text.matchAll(/(?<!=> )\brequire\("\.\/(engine-\w+\.cjs)"\)/g)) queue.push(next);
  }
  return { files: [...files], bytes };
}

/** What the server may load before it answers, in bytes as built without minifying. */
const MOST_AT_START = 700_000;

/** Says so, in a line of text, when the server loads more before it answers than it should. */
export function checkStart(folder) {
  const { bytes, files } = loadedAtStart(folder, 'server');
  if (bytes <= MOST_AT_START) return [];
  return [
    `server.cjs loads ${bytes} bytes in ${files.length} files before it answers; import less, or later`,
  ];
}

/**
 * The code of one file with CommonJS in place of its import and export statements. Lines stay where they are, so that
 * a source map still fits. Exports are handed over once: a binding that changes later cannot be one.
 */
function asCommonJs(text, name) {
  const tree = parse(text, { ecmaVersion: 'latest', sourceType: 'module' });
  const changes = [];
  const exported = [];
  for (const node of tree.body) {
    if (node.type === 'ImportDeclaration') changes.push({ node, by: required(node) });
    if (node.type !== 'ExportNamedDeclaration') continue;
    if (node.declaration || node.source) throw new Error(`${name} exports in a way that is not known here`);
    exported.push(...node.specifiers.map(each => [nameOf(each.exported), each.local.name]));
    changes.push({ node, by: '' });
  }
  const locals = new Set(exported.map(([, local]) => local));
  visit(tree, (node, scopes) => {
    if (node.type === 'ImportExpression' && String(node.source.value).startsWith('./'))
      changes.push({
        node,
        by: `Promise.resolve().then(() => require(${JSON.stringify(node.source.value)}))`,
      });
    const target = { AssignmentExpression: node.left, UpdateExpression: node.argument }[node.type];
    if (target?.type !== 'Identifier' || !locals.has(target.name) || scopes.length === 0) return;
    if (!scopes.some(scope => scope.has(target.name)))
      throw new Error(
        `${name} changes ${target.name} after it was exported, which its readers would not see`,
      );
  });
  let code = text;
  for (const { node, by } of changes.sort((a, b) => b.node.start - a.node.start)) {
    const lines = text.slice(node.start, node.end).split('\n').length - 1;
    code = code.slice(0, node.start) + by + '\n'.repeat(lines) + code.slice(node.end);
  }
  const list = exported.map(([as, local]) => `${JSON.stringify(as)}: ${local}`).join(', ');
  const map = /\n(\/\/# sourceMappingURL=.*)\s*$/.exec(code);
  return `"use strict";${map === null ? code : code.slice(0, map.index)}\nmodule.exports = { ${list} };\n${map?.[1] ?? ''}\n`;
}

/** Calls `see` for each node with the names that each function around it declares, innermost last. */
function visit(node, see, scopes = []) {
  see(node, scopes);
  const inner = /Function/.test(node.type) ? [...scopes, declaredIn(node)] : scopes;
  for (const child of childrenOf(node)) visit(child, see, inner);
}

/** The names that a function declares anywhere but in functions of its own. */
function declaredIn(fn) {
  const names = new Set();
  const gather = (node, declaring) => {
    if (node.type === 'Identifier' && declaring) names.add(node.name);
    if (/^(?:Function|Class)Declaration$/.test(node.type) && node.id) names.add(node.id.name);
    if (/Function/.test(node.type)) return;
    if (node.type === 'VariableDeclarator') {
      gather(node.id, true);
      if (node.init) gather(node.init, false);
    } else if (node.type === 'Property') gather(node.value, declaring);
    else if (node.type === 'AssignmentPattern') gather(node.left, declaring);
    else if (node.type === 'CatchClause') {
      if (node.param) gather(node.param, true);
      gather(node.body, false);
    } else for (const child of childrenOf(node)) gather(child, declaring);
  };
  if (fn.id) names.add(fn.id.name);
  for (const param of fn.params) gather(param, true);
  gather(fn.body, false);
  return names;
}

function childrenOf(node) {
  return Object.values(node)
    .flat()
    .filter(each => typeof each?.type === 'string');
}

function required({ specifiers, source }) {
  const from = `require(${JSON.stringify(source.value)})`;
  const whole = specifiers.find(each => each.type !== 'ImportSpecifier');
  const parts = specifiers
    .filter(each => each.type === 'ImportSpecifier')
    .map(({ imported, local }) => `${JSON.stringify(nameOf(imported))}: ${local.name}`);
  const lines = [
    ...(whole === undefined ? [] : [`const ${whole.local.name} = ${from};`]),
    ...(parts.length === 0 ? [] : [`const { ${parts.join(', ')} } = ${from};`]),
  ];
  return lines.length === 0 ? `${from};` : lines.join(' ');
}

function nameOf(node) {
  return node.type === 'Literal' ? node.value : node.name;
}
