import { expect, test } from 'vitest';
import type { Host } from '../../../server/src/workspace/host.ts';
import { loadWorkspace } from '../../../server/src/workspace/load.ts';
import { Session } from '../../../server/src/workspace/session.ts';
import { LIBRARY, TODAY } from '../../support/fixture.ts';
import { hostOf } from '../../support/memory-host.ts';

test('what may not be read is reported, be it a folder or a file, and the rest is loaded', async () => {
  const files = new Map([
    ['controls.yaml', 'clausewright: control-mapping/1\nsystem: { id: x }\ncontrols: []\n'],
    ['a/controls.yaml', ''],
  ]);
  const open = hostOf(files).host;
  const host: Host = {
    ...open,
    denied: () => ['locked'],
    read: async paths => {
      const results = await open.read(paths);
      return paths.map((path, index) =>
        path === 'a/controls.yaml'
          ? { kind: 'unreadable', why: 'denied' }
          : (results[index] ?? { kind: 'missing' }),
      );
    },
  };
  const session = new Session({ library: LIBRARY, today: TODAY });
  const { unreadable } = await loadWorkspace(session, host);
  expect(unreadable).toEqual([
    { path: 'locked', why: 'denied' },
    { path: 'a/controls.yaml', why: 'denied' },
  ]);
  expect(session.paths).toEqual(['controls.yaml']);
});
