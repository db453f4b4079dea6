import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signInitData } from '../../sim/telegram/index.ts';
import { onOneEngine } from '../kit/index.ts';
import { photoBytes, startCredits, tellStory } from './story.ts';

const token = '1000001:sandbox-token-that-opens-nothing-at-all';

onOneEngine((engine) => {
  const story = tellStory(engine, { env: { STAR_SUBSCRIPTION: '300:900' } });

  /** One page of the Mini App: it opened with its launch data and holds a token. */
  async function open(personId: number, change: Record<string, string> = {}) {
    const base = `${story.world.app.url}/app/api`;
    const initData = launchOf(personId, change);
    const page = await session(initData, `key-of-the-page-of-${personId}`);
    assert.equal(page.status, 200);
    const { token: bearer } = (await page.json()) as { token: string };
    const call = async (path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') => {
      const response = await fetch(base + path, {
        method,
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
      });
      // biome-ignore lint/suspicious/noExplicitAny: a test reads what it names
      return { status: response.status, body: (await response.json()) as any };
    };
    return { initData, bearer, call };
  }

  function launchOf(personId: number, change: Record<string, string> = {}) {
    const user = JSON.stringify({ id: personId, first_name: 'Mira', language_code: 'en' });
    const auth_date = String(Math.floor(story.world.clock.now().getTime() / 1000));
    return signInitData(token, {
      user,
      auth_date,
      signature: 'c2ln',
      query_id: String(Math.random()),
      ...change,
    });
  }

  function session(initData: string, launchKey: string) {
    return fetch(`${story.world.app.url}/app/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ initData, launchKey }),
    });
  }

  test('launch data that is tampered with, of another bot, too old, or used by another page opens nothing', async () => {
    const key = 'a-key-of-sixteen-and-more';
    const good = launchOf(700);
    const refused = {
      tampered: good.replace('Mira', 'Mera'),
      'without its hash': good.replace(/&hash=[^&]*/, ''),
      'of another bot': signInitData('2:another', Object.fromEntries(new URLSearchParams(good))),
      'with a field twice': `${good}&user=%7B%22id%22%3A1%7D`,
      'too old': launchOf(700, { auth_date: '1600000000' }),
      'from the future': launchOf(700, { auth_date: '4600000000' }),
      'without a person': launchOf(700, { user: '{}' }),
    };
    for (const [what, initData] of Object.entries(refused))
      assert.equal((await session(initData, key)).status, 401, what);
    assert.equal((await session(good, key)).status, 200);
    assert.equal((await session(good, key)).status, 200, 'the same page may come again');
    assert.equal((await session(good, 'another-key-of-a-thief')).status, 401, 'replay');
  });

  test('the catalogue is the same for everybody, without a session, in the language of its address', async () => {
    const read = async (locale: string, headers: Record<string, string> = {}) =>
      fetch(`${story.world.app.url}/app/api/catalogue/${locale}`, { headers });
    const nameIn = async (locale: string) => {
      const { types } = (await (await read(locale)).json()) as { types: { type: string; name: string }[] };
      return types.find(({ type }) => type === 'text_to_image')?.name;
    };
    const { translator } = story.world.app.rooms;
    for (const locale of translator.locales)
      assert.equal(await nameIn(locale), translator.t(locale, 'type-text_to_image'));
    assert.equal(await nameIn('xx'), await nameIn('en'), 'a language we do not speak');
    const first = await read('en');
    assert.match(first.headers.get('cache-control') ?? '', /^public, max-age=\d+/);
    const again = await read('en', { 'if-none-match': first.headers.get('etag') ?? '' });
    assert.equal(again.status, 304);
    assert.equal((await fetch(`${story.world.app.url}/app/api/account`)).status, 401, 'all else needs one');
  });

  test('a picture ordered in the page: the price of the chat, live news, a result behind a signed link', async () => {
    const { call, bearer } = await open(710);
    const { body: catalogue } = await call('/catalogue/en');
    assert.ok(catalogue.models.length > 100);
    const [{ id: modelId, title }] = catalogue.models.filter(
      (it: { type: string }) => it.type === 'text_to_image',
    );
    const empty = await call('/form', { modelId, input: {} });
    assert.equal(empty.body.next, 'prompt');
    assert.equal(empty.body.price.kind, 'incomplete');
    const input = { prompt: 'A heron' };
    const { body: form } = await call('/form', { modelId, input });
    assert.equal(form.price.credits, (await story.world.app.rooms.generations.quote(modelId, input)).credits);

    const news = await listen(bearer);
    const order = { modelId, input, key: 'a-wish-of-mine-0001', credits: form.price.credits };
    const first = await call('/generations', order);
    assert.equal(first.status, 201);
    const again = await call('/generations', order);
    assert.equal(again.body.id, first.body.id, 'a second press is the same wish');
    await story.world.settle();
    await news.until((event) => event.generation?.phase === 'delivered');
    news.close();

    const { body: done } = await call(`/generations/${first.body.id}`);
    assert.equal(done.phase, 'delivered');
    assert.equal(done.model.title, title);
    assert.deepEqual(done.form.input.prompt, 'A heron');
    const file = await fetch(story.world.app.url + done.media[0].url);
    assert.equal(file.status, 200);
    assert.match(String(file.headers.get('content-type')), /^image\//);
    const whole = Buffer.from(await file.arrayBuffer());
    const part = await fetch(story.world.app.url + done.media[0].url, { headers: { range: 'bytes=2-5' } });
    assert.equal(part.status, 206);
    assert.deepEqual(Buffer.from(await part.arrayBuffer()), whole.subarray(2, 6));
    const { body: account } = await call('/account');
    assert.equal(account.balance.available, startCredits - order.credits);

    const stranger = await open(711);
    assert.equal((await stranger.call(`/generations/${first.body.id}`)).status, 404);
    assert.equal(
      (await stranger.call(`/generations/${first.body.id}/reuse`, { index: 0, type: 'upscale' })).status,
      404,
    );
    const forged = done.media[0].url.replace('/710.', '/711.');
    assert.equal((await fetch(story.world.app.url + forged)).status, 404);
    story.world.clock.advance(2 * 60 * 60_000);
    assert.equal((await fetch(story.world.app.url + done.media[0].url)).status, 404, 'the link has ended');
    assert.equal((await call('/account')).status, 401, 'and so has the session');
  });

  test('a file is known by its content, belongs to one person and reaches kie.ai', async () => {
    const { call } = await open(720);
    const { body: catalogue } = await call('/catalogue/en');
    const model = catalogue.models.find((it: { type: string }) => it.type === 'upscale');
    const { body: empty } = await call('/form', { modelId: model.id, input: {} });
    const field = empty.fields.find((it: { role?: string }) => it.role === 'media');
    const { status, body: file } = await call('/files?name=../../cat.exe', new Uint8Array(photoBytes));
    assert.equal(status, 201);
    assert.equal(file.name, 'cat.png');
    const back = await fetch(story.world.app.url + file.url);
    assert.deepEqual(Buffer.from(await back.arrayBuffer()), photoBytes);
    const value = field.control === 'files' ? [file.ref] : file.ref;
    const input = { [field.name]: value };
    const { body: form } = await call('/form', { modelId: model.id, input });
    assert.equal(form.price.kind, 'priced', JSON.stringify(form.problems));
    const made = await call('/generations', {
      ...{ modelId: model.id, input, key: 'a-wish-of-mine-0002', credits: form.price.credits },
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    await story.world.settle();
    assert.equal((await call(`/generations/${made.body.id}`)).body.phase, 'delivered');
    assert.equal((await call('/files?name=a.png', new TextEncoder().encode('<script>'))).status, 415);
    const forged = file.url.replace('/720.', '/721.');
    assert.equal((await fetch(story.world.app.url + forged)).status, 404);
  });

  test('a pack is paid by its link, and the credits arrive', async () => {
    const person = await story.meet('Payer');
    const { call } = await open(person.id);
    const { body: account } = await call('/account');
    const { body: invoice } = await call('/invoices', { packId: account.packs[0].id });
    assert.deepEqual(await person.pay(invoice.link), { paid: true });
    await person.until(() => person.messages.some((it) => /Thank you/.test(it.text ?? '')));
    const { body: after } = await call('/account');
    assert.equal(after.balance.available, startCredits + account.packs[0].credits);
  });

  test('a result comes into the chat once more, and goes on as the input of another model', async () => {
    const person = await story.meet('Sender');
    const { call } = await open(person.id);
    const { body: catalogue } = await call('/catalogue/en');
    const model = catalogue.models.find((it: { type: string }) => it.type === 'text_to_image');
    const wish = { modelId: model.id, input: { prompt: 'A kite' } };
    const { body: form } = await call('/form', wish);
    const order = { ...wish, key: 'a-wish-of-mine-0003', credits: form.price.credits };
    const { body: made } = await call('/generations', order);
    await story.world.settle();
    const pictures = () => person.messages.filter((it) => it.photo).length;
    assert.equal(pictures(), 1);
    assert.deepEqual((await call(`/generations/${made.id}/send`, {})).body, { sent: true });
    assert.equal(pictures(), 2);
    const { body: next } = await call(`/generations/${made.id}/reuse`, { index: 0, type: 'image_edit' });
    const [[ref, file]] = Object.entries(next.files) as [[string, { url: string }]];
    assert.ok(JSON.stringify(next.input).includes(ref));
    assert.equal((await fetch(story.world.app.url + file.url)).status, 200);
    const { body: same } = await call(`/generations/${made.id}/files/0`, {});
    assert.equal(same.ref, ref);
    const { body: refused } = await call('/generations', {
      ...order,
      key: 'a-wish-of-mine-0004',
      credits: 1,
    });
    assert.equal(refused.error, 'price-changed');
    assert.equal(story.bought(), 1);
  });

  test('the language and the favourites are the chat’s, and refusals are spoken in it', async () => {
    const { call } = await open(730);
    const { body: catalogue } = await call('/catalogue/en');
    assert.equal((await call('/settings', { locale: 'ru' }, 'PUT')).body.locale, 'ru');
    const [{ id: first }, { id: second }] = catalogue.models;
    const star = (modelId: string, on: boolean) => call('/favourites', { modelId, on }, 'PUT');
    await star(first, true);
    assert.deepEqual((await star(second, true)).body.favourites, [first, second], 'those of before stay');
    assert.deepEqual((await star(first, false)).body.favourites, [second]);
    assert.equal((await star('no/such', true)).status, 404);
    const { body, status } = await call('/form', { modelId: 'no/such', input: {} });
    assert.equal(status, 404);
    assert.match(body.message, /[а-я]/);
  });

  /** Orders a picture of these words and waits for it. */
  async function picture({ call }: Awaited<ReturnType<typeof open>>, prompt: string) {
    const { body: catalogue } = await call('/catalogue/en');
    const { id: modelId } = catalogue.models.find((it: { type: string }) => it.type === 'text_to_image');
    const input = { prompt };
    const { body: form } = await call('/form', { modelId, input });
    const key = `picture-of-${prompt.replaceAll(/\W/g, '-')}`.padEnd(20, '-');
    const { body } = await call('/generations', { modelId, input, key, credits: form.price.credits });
    await story.world.settle();
    return body.id as string;
  }

  const callsOf = (method: string) => story.world.telegram.journal.calls(method);

  test('the gallery is read page by page, its small pictures are fetched from Telegram once', async () => {
    const person = await story.meet('Collector');
    const page = await open(person.id);
    const ids = [];
    for (const words of ['one fox', 'two foxes', 'three foxes']) ids.unshift(await picture(page, words));
    const { body: all } = await page.call('/generations?kind=image');
    assert.deepEqual(
      all.items.map((it: { id: string }) => it.id),
      ids,
    );
    const { body: rest } = await page.call(`/generations?before=${ids[0]}`);
    assert.deepEqual(
      rest.items.map((it: { prompt: string }) => it.prompt),
      ['two foxes', 'one fox'],
    );
    const small: string = all.items[0].media[0].thumbnail;
    const asked = callsOf('getFile').length;
    const first = await fetch(story.world.app.url + small);
    assert.match(String(first.headers.get('content-type')), /^image\/(jpeg|png)$/);
    const bytes = Buffer.from(await first.arrayBuffer());
    const second = Buffer.from(await (await fetch(story.world.app.url + small)).arrayBuffer());
    assert.deepEqual(second, bytes);
    assert.equal(callsOf('getFile').length, asked + 1);
    const forged = small.replace(`/${person.id}.`, '/711.');
    assert.equal((await fetch(story.world.app.url + forged)).status, 404);

    assert.deepEqual((await page.call(`/generations/${ids[1]}/hide`, {})).body, { hidden: true });
    const { body: left } = await page.call('/generations');
    assert.equal(left.items.length, 2);
  });

  test('a link that has ended is lengthened for the person whose it was, and for nobody else', async () => {
    const person = await story.meet('Patient');
    const id = await picture(await open(person.id), 'a slow snail');
    const { body } = await (await open(person.id)).call(`/generations/${id}`);
    const { url } = body.media[0];
    story.world.clock.advance(2 * 60 * 60_000);
    assert.equal((await fetch(story.world.app.url + url)).status, 404);
    const later = await open(person.id);
    const tampered = url.replace(/\d+(?=\/[^/]*$)/, (until: string) => String(Number(until) + 9e6));
    const { body: renewed } = await later.call('/links', { urls: [url, tampered, 'https://example.com/'] });
    assert.deepEqual(renewed.urls.slice(1), [null, null]);
    assert.equal((await fetch(story.world.app.url + renewed.urls[0])).status, 200);
    const stranger = await open(741);
    assert.deepEqual((await stranger.call('/links', { urls: [url] })).body, { urls: [null] });
  });

  test('a result is ready to be sent to others, and what it was made of stands beside it', async () => {
    const person = await story.meet('Sharer');
    const page = await open(person.id);
    const id = await picture(page, 'a bridge in fog');
    const { body: share } = await page.call(`/generations/${id}/share`, { index: 0 });
    assert.match(share.link, new RegExp(`^https://t\\.me/\\w+\\?start=g_${id}$`));
    assert.ok(share.prepared);
    const [prepared] = callsOf('savePreparedInlineMessage').slice(-1);
    assert.equal(prepared?.params.user_id, String(person.id));
    const { body: next } = await page.call(`/generations/${id}/reuse`, { index: 0, type: 'image_edit' });
    const input = { ...next.input, prompt: 'more fog' };
    const { body: form } = await page.call('/form', { modelId: next.modelId, input });
    const order = { modelId: next.modelId, input, key: 'edit-of-the-bridge-1', credits: form.price.credits };
    const { body: made } = await page.call('/generations', order);
    await story.world.settle();
    const { body: edited } = await page.call(`/generations/${made.id}`);
    const before = await fetch(story.world.app.url + edited.before);
    assert.equal(before.status, 200, 'the first result, to compare with');
    const stranger = await open(742);
    assert.equal((await stranger.call(`/generations/${id}/share`, { index: 0 })).status, 404);
  });

  test('who wants it quiet hears no progress in the chat, and the result without a sound', async () => {
    const person = await story.meet('Quiet');
    const page = await open(person.id);
    const { body } = await page.call('/settings', { isQuiet: true }, 'PUT');
    assert.equal(body.isQuiet, true);
    const before = person.messages.length;
    await picture(page, 'a sleeping cat');
    assert.equal(person.messages.length, before + 1, 'the result alone');
    const photo = callsOf('sendPhoto').at(-1);
    assert.equal(photo?.params.disable_notification, 'true');
  });

  test('the subscription is begun, ended and taken up again in the page as in the chat', async () => {
    const person = await story.meet('Monthly');
    const page = await open(person.id);
    const { body: account } = await page.call('/account');
    assert.deepEqual([account.monthly.stars, account.subscriptions], [300, []]);
    const { body: invoice } = await page.call('/invoices', { packId: account.monthly.id });
    assert.deepEqual(await person.pay(invoice.link), { paid: true });
    await person.until(() => person.messages.some((it) => /Thank you/.test(it.text ?? '')));
    const { body: paid } = await page.call('/account');
    assert.equal(paid.monthly, undefined);
    const [{ id, state }] = paid.subscriptions;
    assert.equal(state, 'active');
    const { body: ended } = await page.call('/subscription', { id, runs: false }, 'PUT');
    assert.equal(ended.subscriptions[0].state, 'canceled');
    assert.equal(callsOf('editUserStarSubscription').at(-1)?.params.is_canceled, 'true');
    const { body: again } = await page.call('/subscription', { id, runs: true }, 'PUT');
    assert.equal(again.subscriptions[0].state, 'active');
    const stranger = await open(743);
    assert.equal((await stranger.call('/subscription', { id, runs: false }, 'PUT')).status, 400);
  });

  test('pages and calls say what a browser may do with them, and no other site can make a call', async () => {
    for (const path of ['/app/', '/app/api/account', '/app/files/a/1/b']) {
      const { headers } = await fetch(story.world.app.url + path);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self';/, path);
      assert.match(policy, /frame-ancestors https:\/\/web\.telegram\.org /, path);
      assert.doesNotMatch(policy, /unsafe|\*;|data:/, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    }
    const { bearer, call } = await open(750);
    const { headers } = await fetch(`${story.world.app.url}/app/api/account`, {
      headers: { authorization: `Bearer ${bearer}`, origin: 'https://evil.example' },
    });
    assert.equal(headers.get('access-control-allow-origin'), null);
    assert.equal(headers.get('set-cookie'), null, 'nothing that a browser would send by itself');
    const forged = await fetch(`${story.world.app.url}/app/api/settings`, {
      method: 'PUT',
      headers: { cookie: `token=${bearer}`, 'content-type': 'text/plain' },
      body: '{"locale":"ru"}',
    });
    assert.equal(forged.status, 401);
    assert.equal((await call('/account')).status, 200);
  });

  test('files that are too large or too many, streams and calls beyond a person’s share are refused in words', async () => {
    const { call, bearer } = await open(760);
    const large = await call('/files?name=a.png', new Uint8Array(50_000_001));
    assert.deepEqual([large.status, large.body.error], [413, 'upload-too-large']);
    for (let file = 0; file < 60; file++) await call('/files?name=a.png', new Uint8Array(photoBytes));
    const more = await call('/files?name=a.png', new Uint8Array(photoBytes));
    assert.deepEqual([more.status, more.body.error], [429, 'too-many-uploads']);
    const streams = [];
    for (let stream = 0; stream < 8; stream++) streams.push(await listen(bearer));
    assert.equal((await call('/events')).status, 429);
    for (const stream of streams) stream.close();
    const answers = await Promise.all(Array.from({ length: 130 }, () => call('/form', {})));
    const refused = answers.find(({ status }) => status === 429);
    assert.equal(refused?.body.error, 'too-many-calls');
    assert.ok(refused.body.message.length > 10);
  });

  test('a form kept in the page opens in the chat, the settings of the last time come along in both', async () => {
    const person = await story.meet('Keeper');
    const { call } = await open(person.id);
    const input = { prompt: 'A heron', aspect_ratio: '16:9' };
    const named = await call('/presets', { name: '  My\nherons ', modelId: 'z-image', input });
    assert.equal(named.status, 201);
    assert.equal(named.body.name, 'My herons');
    person.send(`/start p_${named.body.id}`);
    const form = await story.form(person);
    assert.match(String(form.message.text), /A heron/);
    assert.match(String(form.message.text), /16:9/);

    const { body: kept } = await call(`/presets/${named.body.id}`);
    assert.deepEqual(kept.input, input);
    const { body: view } = await call('/form', kept);
    assert.equal(view.price.credits, form.price, 'one price for both');
    const key = 'a-wish-of-mine-0005';
    await call('/generations', { modelId: 'z-image', input, key, credits: view.price.credits });
    await story.world.settle();
    const { body: begun } = await call('/form', { modelId: 'z-image' });
    assert.deepEqual(begun.input, { aspect_ratio: '16:9' }, 'no words, no file');
    assert.match(String((await story.openModel(person, 'Z-Image')).text), /16:9/, 'the chat knows it, too');

    const { body: other } = await call('/presets', { name: 'Storks', modelId: 'z-image', input });
    const rename = (id: string, name: string, by = call) => by(`/presets/${id}`, { name }, 'PUT');
    assert.equal((await rename(other.id, 'My\nherons')).body.error, 'preset-name-taken');
    assert.equal((await rename(other.id, ' \n')).status, 400);
    assert.equal((await rename(other.id, ' White  storks ')).body.name, 'White storks');
    assert.deepEqual(
      (await call('/presets')).body.map((it: { name: string }) => it.name),
      ['My herons', 'White storks'],
    );
    const words = async (text: string) =>
      (await call(`/generations?words=${encodeURIComponent(text)}`)).body.items.length;
    assert.deepEqual([await words('HERON'), await words('stork'), await words('%')], [1, 0, 0]);

    const stranger = await open(751);
    assert.equal((await rename(other.id, 'Mine', stranger.call)).body.error, 'preset-gone');
    const { body: theirs } = await stranger.call('/form', { modelId: 'z-image' });
    assert.deepEqual(theirs.input, {});
    assert.equal((await stranger.call(`/presets/${named.body.id}`, undefined, 'DELETE')).body.removed, false);
    assert.equal((await call(`/presets/${named.body.id}`, undefined, 'DELETE')).body.removed, true);
    assert.equal((await call(`/presets/${named.body.id}`)).body.error, 'preset-gone');
  });

  test('who calls too often is told when to come again', async () => {
    const { bearer } = await open(752);
    const url = `${story.world.app.url}/app/api/presets`;
    const headers = { authorization: `Bearer ${bearer}` };
    const answers = await Promise.all(Array.from({ length: 140 }, () => fetch(url, { headers })));
    const refused = answers.filter(({ status }) => status === 429);
    assert.ok(refused.length > 0);
    assert.equal(refused[0]?.headers.get('retry-after'), '1');
    story.world.clock.advance(1000);
    assert.equal((await fetch(url, { headers })).status, 200);
  });

  async function listen(bearer: string) {
    const gone = new AbortController();
    const response = await fetch(`${story.world.app.url}/app/api/events`, {
      headers: { authorization: `Bearer ${bearer}` },
      signal: gone.signal,
    });
    assert.ok(response.body);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    return {
      close: () => gone.abort(),
      // biome-ignore lint/suspicious/noExplicitAny: a test reads what it names
      async until(fits: (event: any) => boolean) {
        for (let text = ''; ; ) {
          const { value, done } = await reader.read();
          assert.ok(!done, 'the line was cut');
          text += value;
          const lines = text.split('\n\n');
          text = lines.pop() ?? '';
          const events = lines
            .filter((line) => line.startsWith('data: '))
            .map((line) => JSON.parse(line.slice(6)));
          if (events.some(fits)) return;
        }
      },
    };
  }
});
