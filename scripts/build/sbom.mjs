// The software bill of materials of what we ship, as CycloneDX 1.6 JSON: the packages that our bundles carry parts of.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolders } from './bundle-check.mjs';

/**
 * The bill for some bundles. The same bundles and lock file always give the same text: it holds no time, and its serial
 * number is made of its content.
 * @param {string} root the repository
 * @param {import('esbuild').Metafile[]} metafiles
 * @throws when the lock file knows nothing of a package in the bundles
 */
export function billOfMaterials(root, metafiles) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const components = [...new Set(metafiles.flatMap(packageFolders))].sort().map(folder => {
    const locked = lock.packages[folder];
    if (locked === undefined) throw new Error(`package-lock.json knows nothing of ${folder}`);
    return component(folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length), locked);
  });
  const subject = {
    type: 'application',
    'bom-ref': `pkg:npm/${name}@${version}`,
    name,
    version,
    licenses: [{ license: { id: license } }],
    purl: `pkg:npm/${name}@${version}`,
  };
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialOf(JSON.stringify([subject, components])),
    version: 1,
    metadata: { component: subject },
    components,
    dependencies: [
      { ref: subject['bom-ref'], dependsOn: components.map(each => each['bom-ref']) },
      ...components.map(each => ({ ref: each['bom-ref'] })),
    ],
  };
  return `${JSON.stringify(bill, undefined, 2)}\n`;
}

function component(name, { version, license, integrity }) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const digest = /^sha512-(.+)$/.exec(integrity ?? '')?.[1];
  const plain = /^[\w.+-]+$/.test(license);
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    ...(digest === undefined
      ? {}
      : { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] }),
    licenses: [plain ? { license: { id: license } } : { expression: license }],
    purl,
  };
}

/** A UUID of version 8, which leaves its bits to whoever makes it. */
function serialOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
