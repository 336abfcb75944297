import type { InitializationOptions, ServerSettings } from './protocol.ts';

/** Reads `initializationOptions`; what has another shape than expected counts as absent. */
export function optionsOf(given: unknown): InitializationOptions {
  const object = objectOf(given);
  const { files, today, suggestsAgain, showsPlaces, reviews, trusted } = object;
  return {
    settings: settingsOf(object['settings']),
    ...(suggestsAgain === true ? { suggestsAgain } : {}),
    ...(showsPlaces === true ? { showsPlaces } : {}),
    ...(reviews === true ? { reviews } : {}),
    ...(trusted === false ? { trusted } : {}),
    ...(files === 'client' || files === 'server' ? { files } : {}),
    ...(typeof today === 'string' && /^\d{4}-\d\d-\d\d$/.test(today) ? { today } : {}),
  };
}

/** Reads the settings below `clausewright.`. */
export function settingsOf(given: unknown): ServerSettings {
  const { trace, reviewer } = objectOf(given);
  const { server } = objectOf(trace);
  return {
    ...(server === 'off' || server === 'messages' || server === 'verbose' ? { trace: { server } } : {}),
    ...(typeof reviewer === 'string' && reviewer.trim() !== '' ? { reviewer: reviewer.trim() } : {}),
  };
}

function objectOf(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null ? { ...given } : {};
}
