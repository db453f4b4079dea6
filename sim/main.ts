import { createKieSim } from './kie/index.ts';
import { createTelegramSim } from './telegram/index.ts';

/** `npm run sim`: the two simulators alone, for any program that speaks the two APIs. */
const token = process.env.SIM_BOT_TOKEN ?? '1000001:sandbox-token-that-opens-nothing-at-all';
const apiKey = process.env.SIM_KIE_API_KEY ?? 'sim-key';

const kie = await createKieSim({ port: 8090, apiKeys: [apiKey] });
const telegram = await createTelegramSim({
  port: 8081,
  bots: [{ token, username: 'kiegram_sandbox_bot', first_name: 'Kiegram' }],
});

console.log(`kie.ai    ${kie.url}        KIE_API_BASE_URL, KIE_UPLOAD_BASE_URL; key ${apiKey}`);
console.log(`Telegram  ${telegram.url}        TELEGRAM_API_ROOT, and the chat page; token ${token}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void Promise.all([kie.close(), telegram.close()]);
  });
}
