#!/usr/bin/env node
// Takes pictures of the extension in the real editor, each scene in a dark and a light theme.
//
//   node test/vscode/screenshots.mjs [--out FOLDER] [--scene NAME]... [--theme NAME] [--vsix FILE]
//                                    [--workspace FOLDER] [--extension FOLDER] [--scenes FILE] [--verbose]
//
// Themes are dark, light, hc-dark and hc-light (high contrast); without --theme, the first two.
// Writes <scene>-<theme>.png. When a scene fails, what was to be seen is kept as dist-test/failed-<scene>-<theme>.png.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleFolder, defaultWorkspace, repositoryRoot } from './harness/paths.mjs';
import { onStopSignal } from './harness/processes.mjs';
import { withEditor } from './screenshots/with-editor.mjs';

/** Theme names as VS Code's setting `workbench.colorTheme` takes them. */
const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'hc-dark': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
};

/** The themes of the pictures in the documentation. */
const usual = ['dark', 'light'];

const string = { type: 'string' };
const flag = { type: 'boolean' };

function readOptions() {
  const options = {
    out: string,
    scene: { ...string, multiple: true },
    theme: string,
    vsix: string,
    workspace: string,
    extension: string,
    scenes: string,
    verbose: flag,
  };
  const { values } = parseArgs({ options });
  if (values.theme && !(values.theme in themes))
    throw new Error(`--theme is "${values.theme}", expected one of ${Object.keys(themes).join(', ')}`);
  return values;
}

/** The scenes to take, from their file. */
async function chosenScenes(options) {
  const file = options.scenes
    ? path.resolve(options.scenes)
    : path.join(import.meta.dirname, 'screenshots', 'scenes.mjs');
  const { scenes } = await import(pathToFileURL(file).href);
  const unknown = (options.scene ?? []).find(name => !scenes.some(scene => scene.name === name));
  if (unknown)
    throw new Error(`there is no scene "${unknown}", only ${scenes.map(scene => scene.name).join(', ')}`);
  return scenes.filter(scene => !options.scene || options.scene.includes(scene.name));
}

async function takeScene(scene, theme, out, options) {
  const name = `${scene.name}-${theme}.png`;
  const editorOptions = {
    workspace: options.workspace ?? scene.workspace ?? defaultWorkspace,
    extension: options.extension ?? repositoryRoot,
    vsix: options.vsix,
    verbose: options.verbose,
    files: scene.files,
    ...scene.size,
    settings: { 'workbench.colorTheme': themes[theme], ...scene.settings },
  };
  await withEditor(editorOptions, async (page, editor) => {
    try {
      await scene.play(editor, page);
      await editor.shot(path.join(out, name));
    } catch (error) {
      await page.screenshot({ path: path.join(bundleFolder, `failed-${name}`) });
      throw new Error(`scene ${scene.name}, ${theme}: ${error.message}`);
    }
  });
  console.log(path.join(out, name));
}

onStopSignal(code => process.exit(code));
try {
  const options = readOptions();
  const out = path.resolve(options.out ?? path.join(bundleFolder, 'screenshots'));
  mkdirSync(out, { recursive: true });
  mkdirSync(bundleFolder, { recursive: true });
  for (const scene of await chosenScenes(options)) {
    for (const theme of options.theme ? [options.theme] : usual) await takeScene(scene, theme, out, options);
  }
} catch (error) {
  console.error(`screenshots: ${error.message}`);
  process.exitCode = 1;
}
