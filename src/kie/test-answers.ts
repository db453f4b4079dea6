/** Recorded answers of kie.ai, verbatim (facts: unified job API, common and upload APIs). */
import { TASK_ID } from './test-server.ts';

export const CREATED = { code: 200, msg: 'success', data: { taskId: TASK_ID, recordId: TASK_ID } };

export const UNAUTHORIZED = {
  code: 401,
  msg: 'Unauthorized – Authentication failed. Please check that your Authorization and Content-Type headers are correctly set.',
};
export const NO_ACCESS = { code: 401, msg: 'You do not have access permissions' };
export const OUT_OF_CREDITS_TEXT =
  'Credits insufficient : Your current balance isn’t enough to run this request. Please top up to continue.';
export const UNKNOWN_MODEL_TEXT =
  'The model name you specified is not supported. Please verify your input and use one of the supported models provided by KIE.';
export const TOO_OFTEN = {
  code: 429,
  msg: 'Your call frequency is too high. Please try again later.',
  data: null,
};
export const NOT_VISIBLE = { code: 422, msg: 'recordInfo is null', data: null };
export const NO_SUCH_PATH = {
  timestamp: 1789042120514,
  status: 404,
  error: 'Not Found',
  message: 'No message available',
  path: '/v1/completions',
};
export const CLOUDFLARE_1010 = {
  status: 403,
  headers: { 'content-type': 'text/plain' },
  body: 'error code: 1010',
};
export const PROXY_502 = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>',
};

const PARAM =
  '{"input":"{\\"prompt\\":\\"A fox\\",\\"image_size\\":\\"1:1\\"}","callBackUrl":"https://bot.example/kie/7","model":"qwen2/text-to-image"}';

/** `data` of a running task, exactly the recorded keys. */
export const WAITING = {
  taskId: TASK_ID,
  model: 'qwen2/text-to-image',
  state: 'waiting',
  param: PARAM,
  resultJson: '',
  failCode: null,
  failMsg: null,
  costTime: null,
  completeTime: null,
  createTime: 1777539190339,
};

export const SUCCESS = {
  ...WAITING,
  state: 'success',
  resultJson: '{"resultUrls":["https://tempfile.aiquickdraw.com/r/0a.jpg"]}',
  costTime: 188,
  completeTime: 1777539378146,
};

export const FAILED = {
  ...WAITING,
  state: 'fail',
  failCode: '500',
  failMsg: 'internal error, please try again later.',
  creditsConsumed: 0,
};

export const UPLOADED = {
  success: true,
  code: 200,
  msg: 'File uploaded successfully',
  data: {
    success: true,
    fileName: '1777539187532-kgfz8edkkle.jpg',
    filePath: 'kieai/136592/images/test-uploads/1777539187532-kgfz8edkkle.jpg',
    downloadUrl:
      'https://tempfile.redpandaai.co/kieai/136592/images/test-uploads/1777539187532-kgfz8edkkle.jpg',
    fileSize: 83558,
    mimeType: 'image/jpeg',
    uploadedAt: '2026-04-30T08:53:07.838Z',
  },
};

export const ok = (data: unknown) => ({ body: { code: 200, msg: 'success', data } });
