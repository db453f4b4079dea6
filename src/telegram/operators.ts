import type { Api } from 'grammy';
import type { AlertCode } from '#generation';
import type { Translator } from '#i18n';
import { getPerson } from '#people';
import type { Clock, Database, Logger } from '#platform';
import { alertScreen } from './alert-screen.ts';
import type { PaymentAlertCode } from './payment-alerts.ts';
import { privatePlace } from './place.ts';
import type { PollerAlertCode } from './poller.ts';
import { createVoice } from './render/voice.ts';
import { sendMessage } from './status-board.ts';
import { troubleOf } from './telegram-trouble.ts';
import type { WebhookAlertCode } from './webhook.ts';

/** The same alert is not sent again within this time. */
const QUIET_MS = 10 * 60_000;

export interface TelegramOperators {
  /** Writes to every admin in their language; once in ten minutes per code, charge and generation. Never throws. */
  alert(
    code: AlertCode | PollerAlertCode | WebhookAlertCode | PaymentAlertCode,
    values?: Record<string, string | number>,
  ): Promise<void>;
}

export interface OperatorsOptions {
  api: Api;
  database: Database;
  translator: Translator;
  adminIds: readonly number[];
  defaultLocale: string;
  /** IANA name, for the times in alerts. */
  timeZone: string;
  clock: Clock;
  log: Logger;
}

/** Tells the operators, who are named by `ADMIN_IDS`; the log hears every alert. */
export function createOperators(options: OperatorsOptions): TelegramOperators {
  const { api, database, translator, adminIds, defaultLocale, clock, log } = options;
  const lastSent = new Map<string, number>();

  async function tell(adminId: number, code: string, values: Record<string, string | number>): Promise<void> {
    try {
      const person = await getPerson(database.db, adminId);
      const voice = createVoice(translator, person?.locale ?? defaultLocale);
      await sendMessage(api, privatePlace(adminId), await alertScreen(options, voice, code, values));
    } catch (error) {
      log.warn({ admin: adminId, trouble: troubleOf(error) }, 'an operator could not be told');
    }
  }

  return {
    async alert(code, values = {}) {
      log.warn({ code, values }, 'alert');
      const now = clock.now().getTime();
      const subject = `${code} ${values.chargeId ?? values.generation ?? ''}`;
      if (now - (lastSent.get(subject) ?? Number.NEGATIVE_INFINITY) < QUIET_MS) return;
      lastSent.set(subject, now);
      await Promise.all(adminIds.map((adminId) => tell(adminId, code, values)));
    },
  };
}
