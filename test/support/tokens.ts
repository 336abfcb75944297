// Runs grammars as VS Code does: with its own engine, and with its own grammars of Markdown and YAML where VS Code has
// been installed for the tests, else with stand-ins that have the scopes which ours lean on.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { ROOT } from './fixture.ts';

/** A stretch of a line with the scopes of ours that apply to it. */
export interface Token {
  readonly text: string;
  /** All scopes, outermost first. */
  readonly scopes: readonly string[];
}

/** Which grammars of Markdown and YAML stand below ours. */
export type Host = 'vscode' | 'stand-in';

const VSCODE = join(ROOT, '.vscode-test/offline/node_modules/code-server/lib/vscode/extensions');

/** The hosts that can be had on this machine. */
export const HOSTS: readonly Host[] = existsSync(VSCODE) ? ['stand-in', 'vscode'] : ['stand-in'];

const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly contributes: {
    readonly grammars: readonly {
      readonly path: string;
      readonly scopeName: string;
      readonly injectTo: readonly string[];
    }[];
  };
};

/** The files of a host's grammars by scope name. */
function hostFiles(host: Host): ReadonlyMap<string, string> {
  if (host === 'stand-in') {
    const folder = join(ROOT, 'test/grammar/hosts');
    return new Map([
      ['text.html.markdown', join(folder, 'markdown.json')],
      ['source.yaml', join(folder, 'yaml.json')],
    ]);
  }
  const yaml = ['1.0', '1.1', '1.2', '1.3'].map(
    version =>
      [`source.yaml.${version}`, join(VSCODE, `yaml/syntaxes/yaml-${version}.tmLanguage.json`)] as const,
  );
  return new Map([
    ['text.html.markdown', join(VSCODE, 'markdown-basics/syntaxes/markdown.tmLanguage.json')],
    ['source.yaml', join(VSCODE, 'yaml/syntaxes/yaml.tmLanguage.json')],
    ['source.yaml.embedded', join(VSCODE, 'yaml/syntaxes/yaml-embedded.tmLanguage.json')],
    ...yaml,
  ]);
}

/** Splits a text into tokens, line by line, as an editor that has the extension does. */
export async function tokenized(host: Host, language: 'markdown' | 'yaml', text: string): Promise<Token[][]> {
  await engine();
  const { grammars } = MANIFEST.contributes;
  const ours = new Map(grammars.map(({ scopeName, path }) => [scopeName, join(ROOT, path)]));
  const files = new Map([...hostFiles(host), ...ours]);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: scopeName => {
      const file = files.get(scopeName);
      return Promise.resolve(
        file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file),
      );
    },
    getInjections: scopeName =>
      grammars.filter(({ injectTo }) => injectTo.includes(scopeName)).map(each => each.scopeName),
  });
  const grammar = await registry.loadGrammar(language === 'yaml' ? 'source.yaml' : 'text.html.markdown');
  if (grammar === null) throw new Error(`no grammar for ${language}`);
  let state: textmate.StateStack | null = null;
  const lines: Token[][] = [];
  for (const line of text.split('\n')) {
    const { tokens, ruleStack }: textmate.ITokenizeLineResult = grammar.tokenizeLine(line, state);
    lines.push(
      tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes })),
    );
    state = ruleStack;
  }
  return lines;
}

let loaded: Promise<void> | undefined;

/** The engine of regular expressions can be loaded once in a process. */
function engine(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  loaded ??= loadWASM(readFileSync(file));
  return loaded;
}
