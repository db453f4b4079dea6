/** What an operator is about to do in the chat, as plain data. People, payments and all the rest by their ids. */
export type OperatorAct =
  | { what: 'grant' | 'take'; person: number; amount: number }
  | { what: 'block' | 'unblock'; person: number }
  | { what: 'refund'; charge: string; isForced: boolean }
  | { what: 'credit'; charge: string; credits: number }
  | { what: 'attach'; generation: string; task: string }
  | { what: 'retry' | 'release'; generation: string }
  | { what: 'switch-off' | 'switch-on'; model: string }
  | { what: 'markup'; markup: number | null }
  /** `until`: the last day, as `YYYY-MM-DD`. */
  | { what: 'new-promo'; code: string; credits: number; maxUses?: number; until?: string }
  | { what: 'close-promo'; code: string }
  | { what: 'start' | 'pause' | 'resume' | 'cancel'; broadcast: number };

/** An act that waits for its reason, or with one for the last tap. */
export interface PendingAct {
  /** Names the act: its buttons carry it, and carried out twice it counts once. */
  key: string;
  act: OperatorAct;
  /** As it was written; left out until then. */
  reason?: string;
  /** Whether the person whose credits move reads the reason as well. */
  isTold?: boolean;
}
