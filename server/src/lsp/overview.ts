import {
  type Coverage,
  type CoveragePart,
  coverageParts,
  joinedCoverage,
} from '../workspace/evidence/coverage.ts';
import type { Platform } from './platform.ts';
import { slices } from './slices.ts';
import type { Workspace } from './workspace.ts';

/**
 * What the views share: the coverage of the workspace, worked out when somebody asks for it and kept until something
 * changes. Long work is done in slices, so that an editor is not kept waiting by it.
 */
export class Overview {
  private readonly workspace: Workspace;
  private readonly platform: Platform;
  private readonly changed: () => void;
  private latest: Promise<readonly CoveragePart[]> | undefined;
  private told = true;

  /** `changed` is called once when something that was answered is out of date, and again after the next answer. */
  constructor(workspace: Workspace, platform: Platform, changed: () => void) {
    this.workspace = workspace;
    this.platform = platform;
    this.changed = changed;
  }

  /** The coverage as it is now, one part for each framework and system. */
  async parts(): Promise<readonly CoveragePart[]> {
    this.answering();
    for (;;) {
      this.latest ??= this.work();
      const mine = this.latest;
      const parts = await mine;
      if (this.latest === mine) return parts;
    }
  }

  /** The same as one. */
  async coverage(): Promise<Coverage> {
    return joinedCoverage(await this.parts());
  }

  /** Notes that something is answered that {@link outdate} may make untrue. */
  answering(): void {
    this.workspace.settle();
    this.told = false;
  }

  /** Notes that the workspace has changed. */
  outdate(): void {
    this.latest = undefined;
    if (this.told) return;
    this.told = true;
    this.changed();
  }

  private async work(): Promise<readonly CoveragePart[]> {
    const pause = slices(this.platform);
    const parts: CoveragePart[] = [];
    for (const part of coverageParts(this.workspace.main.session)) {
      parts.push(part);
      await pause();
    }
    return parts;
  }
}
