import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field } from '#registry';
import { attachmentIds, attachmentsByField, mapAttachments } from './attachment-refs.ts';

const picture = { type: 'string', media: { kind: 'image' } } satisfies Field;
const model = {
  input: {
    prompt: { type: 'string' },
    image_url: picture,
    image_urls: { type: 'array', items: { type: 'string' }, media: { kind: 'image' } },
    elements: {
      type: 'array',
      items: { type: 'object', properties: { name: { type: 'string' }, photo: picture } },
    },
  } satisfies Record<string, Field>,
};

test('attachments are found in file fields, however deep', () => {
  const input = {
    image_url: 'attachment:a',
    image_urls: ['attachment:b', 'https://example.com/c.png'],
    elements: [{ name: 'cat', photo: 'attachment:d' }],
  };
  assert.deepEqual(attachmentIds(model, input), ['a', 'b', 'd']);
  assert.deepEqual([...attachmentsByField(model, input).keys()], ['image_url', 'image_urls', 'elements']);
});

test('a prompt that looks like an attachment stays a prompt', async () => {
  const input = { prompt: 'attachment:somebody-elses' };
  assert.deepEqual(attachmentIds(model, input), []);
  assert.deepEqual(await mapAttachments(model, input, async () => 'https://leak'), input);
});

test('every attachment is uploaded once and replaced everywhere', async () => {
  const asked: string[] = [];
  const mapped = await mapAttachments(
    model,
    { image_url: 'attachment:a', elements: [{ name: 'x', photo: 'attachment:a' }] },
    async (id) => {
      asked.push(id);
      return `https://files/${id}`;
    },
  );
  assert.deepEqual(asked, ['a']);
  assert.deepEqual(mapped, {
    image_url: 'https://files/a',
    elements: [{ name: 'x', photo: 'https://files/a' }],
  });
});
