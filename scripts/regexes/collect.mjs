// Finds the regular expressions of our sources.
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { parse } from 'acorn';

const folders = ['server/src', 'client/src'];

/** @typedef {{ pattern: string, flags: string, file: string, line: number }} Literal */

/**
 * Every regular expression literal, in the order of files and lines.
 * @param {string} root of the repository
 * @returns {Literal[]}
 */
export function literals(root) {
  return folders.flatMap(folder =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(
        name => name.endsWith('.ts') && !name.endsWith('.d.ts') && !/(?:^|[\\/])generated[\\/]/.test(name),
      )
      .sort()
      .flatMap(name => literalsIn(root, `${folder}/${name.replaceAll(path.sep, '/')}`)),
  );
}

function literalsIn(root, file) {
  // Types give way to blanks, so that lines stay what they are.
  const source = stripTypeScriptTypes(readFileSync(path.join(root, file), 'utf8'));
  const found = [];
  const open = [parse(source, { ecmaVersion: 'latest', sourceType: 'module', locations: true })];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'Literal' && node.regex !== undefined)
      found.push({ ...node.regex, file, line: node.loc.start.line });
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value])
        if (typeof child?.type === 'string') open.push(child);
  }
  return found.sort((a, b) => a.line - b.line);
}
