import type { SimField, SimModel } from './models.ts';

type Json = Record<string, unknown>;

/**
 * The OpenAPI 3.1 document of a model, with the live ones' peculiarities: percent-encoded references,
 * a response key that ends in a space, misspelt field keys (facts: catalogue).
 */
export function openApiOf(model: SimModel): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'kie.ai', version: '1.0.0' },
    servers: [{ url: 'https://api.kie.ai' }],
    security: [{ BearerAuth: [] }],
    paths: { '/api/v1/jobs/createTask': { post: operation(model) } },
    components: components(),
  };
}

function operation(model: SimModel): Json {
  return {
    summary: model.title,
    requestBody: { required: true, content: { 'application/json': { schema: requestSchema(model) } } },
    responses: {
      200: { description: '', content: json('#/components/schemas/response%20not%20with%20recordId') },
      500: { $ref: '#/components/responses/Error%20' },
    },
    callbacks: {
      videoTaskCompleted: {
        '{request.body#/callBackUrl}': {
          post: {
            requestBody: { content: json('#/components/schemas/callback%20payload') },
            responses: { 200: { description: '' } },
          },
        },
      },
    },
  };
}

function json($ref: string): Json {
  return { 'application/json': { schema: { $ref } } };
}

function requestSchema(model: SimModel): Json {
  return {
    type: 'object',
    required: ['model', 'input'],
    properties: {
      model: { type: 'string', enum: [model.id], default: model.id },
      callBackUrl: { type: 'string', format: 'uri' },
      input: inputSchema(model),
    },
  };
}

function inputSchema(model: SimModel): Json {
  if (!model.variants) return objectSchema(model.input);
  const anyOf = model.variants.map((variant) => {
    const fields = variant.fields.flatMap((name) => {
      const field = model.input[name];
      if (!field) return [];
      return [
        [
          name,
          { ...field, ...variant.overrides?.[name], required: variant.required.includes(name) },
        ] as const,
      ];
    });
    return { title: variant.title, ...objectSchema(Object.fromEntries(fields)) };
  });
  return { anyOf };
}

function objectSchema(fields: Readonly<Record<string, SimField>>): Json {
  const keyed = Object.entries(fields).map(([name, field]) => [field.docKey ?? name, field] as const);
  const required = keyed.filter(([, field]) => field.required).map(([key]) => key);
  const properties = Object.fromEntries(keyed.map(([key, field]) => [key, fieldSchema(field)]));
  return { type: 'object', ...(required.length > 0 ? { required } : {}), properties };
}

const RENAMED = { min: 'minimum', max: 'maximum', step: 'multipleOf' } as const;
const KEPT = [
  'enum',
  'default',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'pattern',
  'format',
  'description',
  'deprecated',
] as const;

function fieldSchema(field: SimField): Json {
  const out: Json = { type: field.type };
  for (const key of KEPT) if (field[key] !== undefined) out[key] = field[key];
  for (const [key, name] of Object.entries(RENAMED)) {
    const value = field[key as keyof typeof RENAMED];
    if (value !== undefined && field.type !== 'string') out[name] = value;
  }
  if (field.items)
    out.items = field.items.properties ? objectSchema(field.items.properties) : fieldSchema(field.items);
  if (field.properties) Object.assign(out, objectSchema(field.properties));
  return out;
}

function components(): Json {
  const envelope = (data: Json): Json => ({
    type: 'object',
    properties: {
      code: { type: 'integer', enum: [200, 401, 402, 404, 422, 429, 433, 455, 500, 501, 505] },
      msg: { type: 'string' },
      data,
    },
  });
  const taskId = { type: 'object', properties: { taskId: { type: 'string' } } };
  return {
    schemas: { 'response not with recordId': envelope(taskId), 'callback payload': envelope(callbackData()) },
    responses: {
      'Error ': {
        description: 'Request error',
        content: { 'application/json': { schema: envelope({ type: 'null' }) } },
      },
    },
    securitySchemes: { BearerAuth: { type: 'http', scheme: 'bearer' } },
  };
}

function callbackData(): Json {
  const required = ['taskId', 'model', 'state', 'param', 'resultJson', 'failCode', 'failMsg'];
  return {
    type: 'object',
    required,
    properties: Object.fromEntries(required.map((key) => [key, { type: 'string' }])),
  };
}
