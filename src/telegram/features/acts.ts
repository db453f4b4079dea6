import type { Done, Order } from '#operator';
import type { OperatorAct } from '#people';
import type { BotContext } from '../context.ts';
import type { Question } from '../render/act.ts';
import type { Services } from '../services.ts';
import { broadcastActs } from './acts-on-broadcasts.ts';
import { paymentActs } from './acts-on-payments.ts';
import { peopleActs } from './acts-on-people.ts';
import { promoActs } from './acts-on-promo.ts';
import { purchaseActs } from './acts-on-purchases.ts';
import { sellingActs } from './acts-on-selling.ts';

export type ActNamed<What extends OperatorAct['what']> = Extract<OperatorAct, { what: What }>;

export interface ActOrder extends Order {
  key: string;
  /** Told to the owner of the credits. */
  note?: string;
}

export interface ActHandler<Act> {
  ask(ctx: BotContext, act: Act): Promise<Question>;
  /** Does it and shows what is so now. */
  carryOut(ctx: BotContext, act: Act, order: ActOrder): Promise<Done<object>['outcome']>;
}

/** One handler per act; the compiler finds an act without one. */
export type ActHandlers = { [What in OperatorAct['what']]: ActHandler<ActNamed<What>> };

/** What an operator can do in the chat. */
export function operatorActs(services: Services): ActHandlers {
  return {
    ...peopleActs(services),
    ...paymentActs(services),
    ...purchaseActs(services),
    ...sellingActs(services),
    ...promoActs(services),
    ...broadcastActs(services),
  };
}
