import { createTelegramSim, type TelegramSim } from '#sim';

/** A simulated Telegram with a bot for each of these tokens, named by its key. */
export function telegramOf(tokens: Readonly<Record<string, string>>): Promise<TelegramSim> {
  return createTelegramSim({
    bots: Object.entries(tokens).map(([name, token]) => ({
      token,
      username: `${name}_bot`,
      first_name: name,
    })),
  });
}
