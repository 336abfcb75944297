// The licence texts of the packages that our bundles carry parts of, which their licences ask to pass on.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolders } from './bundle-check.mjs';

/**
 * One text with the licence of every package in the bundles.
 * @param {string} root the repository
 * @param {import('esbuild').Metafile[]} metafiles
 * @throws when a package brings no licence text
 */
export function licences(root, metafiles) {
  const folders = [...new Set(metafiles.flatMap(packageFolders))].sort();
  const parts = folders.map(folder => {
    const absolute = path.join(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(path.join(absolute, 'package.json'), 'utf8'));
    const file = readdirSync(absolute).find(each => /^licen[cs]e(?:[.-].*)?$/i.test(each));
    if (!file) throw new Error(`${name} brings no licence text`);
    const text = readFileSync(path.join(absolute, file), 'utf8').replaceAll('\r\n', '\n').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return `Clausewright carries parts of these packages.\n\n${parts.join(`\n${'-'.repeat(78)}\n\n`)}`;
}
