// User settings that make a fresh VS Code quiet and repeatable.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Nothing that pops up, moves, asks the network, or saves by itself. */
export const quietSettings = {
  'files.autoSave': 'off', // the browser workbench saves after a delay by default, which would hide a missing save
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Writes the user settings of a fresh user-data folder. */
export function writeSettings(userData, settings = {}) {
  const file = path.join(userData, 'User', 'settings.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...quietSettings, ...settings }, null, 2)}\n`);
}
