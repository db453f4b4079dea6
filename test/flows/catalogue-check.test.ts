import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KieClient } from '#kie';
import type { CatalogueReport, CatalogueState } from '#operator';
import { readCatalogue } from '#operator';
import { diffCatalogue } from '#registry';
import { onEachEngine } from '../kit/index.ts';
import { tellStory } from './story.ts';

const olga = { via: 'desk', adminId: 4242 } as const;
const order = { actor: olga, reason: 'The monthly look' };

/* An operator holds the registry against kie.ai's catalogue: a job of some minutes, one request a second. */
onEachEngine((engine) => {
  const story = tellStory(engine, { env: { ADMIN_IDS: String(olga.adminId) } });
  const operator = () => story.world.app.rooms.operator;

  /** Time passes until the check is so far. */
  async function until(is: (state: CatalogueState) => boolean): Promise<CatalogueState> {
    for (;;) {
      const state = await operator().catalogueState();
      if (is(state)) return state;
      story.world.clock.advance(1_000);
      await story.world.clock.sleep(1);
    }
  }

  const isRunning = ({ check }: CatalogueState) => check?.state === 'running';
  const schemasAsked = () =>
    story.world.kie.journal
      .of('request')
      .filter(({ path }) => path.endsWith('/schema'))
      .map(({ path }) => path);

  test('what has changed at kie.ai is found, kept with its date, and read again after a restart', async () => {
    const { catalogue, url: baseUrl } = story.world.kie;
    const z = catalogue.get('z-image');
    assert.ok(z?.input.prompt);
    for (const { id } of catalogue.list().slice(60)) if (id !== z.id) catalogue.remove(id);
    catalogue.put({ ...z, id: 'z-image-2', title: 'Z-Image 2' });
    catalogue.put({ ...z, input: { ...z.input, prompt: { ...z.input.prompt, maxLength: 5000 } } });
    catalogue.remove('recraft/crisp-upscale');
    assert.deepEqual(await operator().catalogueState(), { check: null, reportId: null });
    assert.equal(await operator().catalogueReport(), null);

    await operator().beginCatalogueCheck(order);
    await assert.rejects(operator().beginCatalogueCheck(order), { code: 'catalogue-check-running' });
    const { check } = await until(({ check: it }) => (it?.read ?? 0) > 3);
    const wanted = catalogue.list().filter(({ id, status }) => status === 'active' && id !== 'z-image-2');
    assert.equal(check?.total, wanted.length);
    const ended = await until((state) => !isRunning(state));
    assert.deepEqual([ended.check?.state, ended.check?.words], ['done', null]);

    await story.world.restart();
    const report = (await operator().catalogueReport()) as CatalogueReport;
    const { id, endedAt, ...found } = report;
    assert.equal(id, ended.reportId);
    assert.deepEqual(endedAt, ended.check?.endedAt);
    assert.deepEqual(
      [found.added.map((it) => it.id), found.vanished.includes('recraft/crisp-upscale'), found.compared],
      [['z-image-2'], true, wanted.length],
    );
    const kie = new KieClient({
      apiKey: 'sim-key',
      baseUrl,
      limiter: { catalogue: { acquire: async () => undefined } },
    });
    const { registry } = story.world.app.rooms;
    const asInTheTerminal = diffCatalogue(registry, await readCatalogue(kie, registry));
    const sorted = (it: typeof asInTheTerminal) =>
      JSON.parse(JSON.stringify({ ...it, unread: [...it.unread].sort(), differences: it.differences }));
    assert.deepEqual(sorted(found), sorted(asInTheTerminal));
    const [act] = await operator().auditLog({ limit: 1 });
    assert.deepEqual(
      [act?.code, act?.reason, act?.adminId],
      ['catalogue-compared', order.reason, olga.adminId],
    );
  });

  test('a restart goes on where it stopped: no model is asked for twice', async () => {
    const before = schemasAsked().length;
    await operator().beginCatalogueCheck(order);
    await until(({ check }) => (check?.read ?? 0) > 20);
    await story.world.restart();
    const { check } = await operator().catalogueState();
    assert.ok((check?.read ?? 0) > 20, 'what was read is kept');
    await until((state) => !isRunning(state));
    const asked = schemasAsked().slice(before);
    const twice = asked.length - new Set(asked).size;
    assert.ok(twice <= 1, `${twice} models were asked for twice; only the one in flight may be`);
  });

  test('while kie.ai refuses, its words are shown; then the check goes on by itself', async () => {
    for (let time = 0; time < 2; time++)
      story.world.kie.scenario.next('catalogue', {
        kind: 'refuse',
        code: 401,
        msg: 'You do not have access permissions',
      });
    await operator().beginCatalogueCheck(order);
    const stuck = await until(({ check }) => check?.words !== null || check.state !== 'running');
    assert.equal(stuck.check?.state, 'running');
    assert.match(stuck.check?.words ?? '', /You do not have access permissions/);
    const ended = await until((state) => !isRunning(state));
    assert.deepEqual([ended.check?.state, ended.check?.words], ['done', null]);
  });
});
