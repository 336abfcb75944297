import type { Platform } from './platform.ts';

/** Milliseconds for which long work goes on before it lets others have a turn. */
const SLICE = 10;

/** Long work in slices: call the function often; when a slice is used up it gives a promise to wait for. */
export function slices(platform: Platform): () => Promise<void> | undefined {
  let begun = platform.now();
  return () => {
    if (platform.now() - begun < SLICE) return undefined;
    return platform.turn().then(() => {
      begun = platform.now();
    });
  };
}
