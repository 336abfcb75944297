import type { InitializationOptions, ServerSettings } from './protocol.ts';

/** Reads `initializationOptions`; what has another shape than expected counts as absent. */
export function optionsOf(given: unknown): InitializationOptions {
  const object = objectOf(given);
  const { files, today, suggestsAgain, showsPlaces } = object;
  return {
    settings: settingsOf(object['settings']),
    ...(suggestsAgain === true ? { suggestsAgain } : {}),
    ...(showsPlaces === true ? { showsPlaces } : {}),
    ...(files === 'client' || files === 'server' ? { files } : {}),
    ...(typeof today === 'string' && /^\d{4}-\d\d-\d\d$/.test(today) ? { today } : {}),
  };
}

/** Reads the settings below `clausewright.`. */
export function settingsOf(given: unknown): ServerSettings {
  const server = objectOf(objectOf(given)['trace'])['server'];
  return server === 'off' || server === 'messages' || server === 'verbose' ? { trace: { server } } : {};
}

function objectOf(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null ? { ...given } : {};
}
