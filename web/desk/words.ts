import type { LedgerLine, TransferKind } from '../../src/http/operator/contract.ts';
import { locale, t } from '../src/words.ts';
import { desk } from './server.ts';

/** Day and time in the operator's zone. */
export function moment(iso: string | null): string {
  if (iso === null) return '–';
  const timeZone = desk.get()?.timeZone ?? 'UTC';
  const style = { dateStyle: 'short', timeStyle: 'medium', timeZone } as const;
  return new Intl.DateTimeFormat(locale(), style).format(new Date(iso));
}

export function number(value: number | null, digits = 0): string {
  return value === null ? '–' : value.toLocaleString(locale(), { maximumFractionDigits: digits });
}

/** Seconds as `1:05` or `12.3 s`. */
export function seconds(value: number | null): string {
  if (value === null) return '–';
  if (value < 60) return t('desk-seconds', { count: Math.round(value * 10) / 10 });
  const whole = Math.round(value);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export function secondsSince(iso: string): number {
  return Math.max(0, (Date.now() - new Date(iso).getTime()) / 1000);
}

/** What credits moved for, and whether they have. */
export function transferWords(kind: TransferKind, phase: LedgerLine['phase']): string {
  return `${t(`desk-kind-${kind}`)}, ${t(`desk-phase-${phase}`)}`;
}
