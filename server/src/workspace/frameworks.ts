import type { Library } from '../catalog/library.ts';
import type { MappingModel } from '../model/mapping.ts';

/** The framework of a mapping's bare ids; `fallback` is what configuration says. */
export function defaultFramework(mapping: MappingModel, fallback: string): string {
  return mapping.framework?.value.value ?? fallback;
}

/**
 * The frameworks that a mapping answers, its default first: those it names, and the configured one where it names
 * none or has entries of it.
 */
export function frameworksOf(mapping: MappingModel, fallback: string, library: Library): string[] {
  const own = defaultFramework(mapping, fallback);
  const named = mapping.frameworks.map(each => each.value.value);
  const counts =
    mapping.framework !== undefined ||
    named.length === 0 ||
    mapping.entries.some(
      ({ value: { id } }) => id !== undefined && library.resolve(id.value, own)?.catalog.id === own,
    );
  return [...new Set(counts ? [own, ...named] : named)];
}
