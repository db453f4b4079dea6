import type { StoryName } from './stories.ts';

/** One place to die, and what is going on there. */
export interface Point {
  /** A checkpoint of the product, or (with `by`) what the simulator has just carried out and not answered yet. */
  at: string;
  by?: 'kie.ai' | 'telegram';
  /** The how-manieth time it is reached; the first when left out. */
  nth?: number;
  story: StoryName;
  /** Nobody can know whether the part arrived: it is sent again, and marked. */
  repeats?: true;
  /** What the operators must have been told by the end, however often. */
  tells?: RegExp;
  /** In the short run for every change. */
  short?: true;
}

/** Deaths on the way of one generation. */
export const points: readonly Point[] = [
  // An update comes, is handled, is confirmed
  { at: 'getUpdates', by: 'telegram', story: 'picture' },
  { at: 'poll:answered', story: 'picture' },
  { at: 'update:received', story: 'picture' },
  { at: 'person:met', story: 'picture' },
  { at: 'message:handled', story: 'picture' },
  { at: 'message:noted', story: 'picture' },
  { at: 'update:handled', story: 'picture' },
  { at: 'update:received', nth: 2, story: 'picture' },
  { at: 'update:handled', nth: 2, story: 'picture' },
  { at: 'answerCallbackQuery', by: 'telegram', story: 'picture' },
  // A form is opened and confirmed
  { at: 'form:opened', story: 'picture' },
  { at: 'sendMessage', by: 'telegram', story: 'picture' },
  { at: 'form:shown', story: 'picture' },
  { at: 'submit:before-commit', story: 'picture' },
  { at: 'submit:written', story: 'picture', short: true },
  { at: 'submit:committed', story: 'picture' },
  { at: 'confirm:submitted', story: 'picture' },
  { at: 'confirm:closed', story: 'picture' },
  { at: 'cancel:before-commit', story: 'person cancels' },
  { at: 'cancel:committed', story: 'person cancels' },
  // A file of the chat goes to kie.ai
  { at: 'file:kept', story: 'edit' },
  { at: 'prepare:uploading', story: 'edit' },
  { at: 'POST /api/file-stream-upload', by: 'kie.ai', story: 'edit' },
  { at: 'prepare:uploaded', story: 'edit' },
  { at: 'prepare:remembered', story: 'edit' },
  { at: 'prepare:joined', story: 'edit' },
  { at: 'prepare:failed', story: 'file is gone' },
  // The purchase
  { at: 'start:before-commit', story: 'picture' },
  { at: 'POST /api/v1/jobs/createTask', by: 'kie.ai', story: 'picture', short: true },
  { at: 'start:answered', story: 'picture' },
  { at: 'start:running', story: 'picture' },
  { at: 'start:refused', story: 'order is refused' },
  { at: 'start:back-in-line', story: 'kie.ai is busy' },
  { at: 'start:uncertain', story: 'answer is lost' },
  // kie.ai has ended the task
  { at: 'callback:received', story: 'picture' },
  { at: 'callback:queued', story: 'picture' },
  { at: 'record:adopted', story: 'answer is lost' },
  { at: 'GET /api/v1/jobs/recordInfo', by: 'kie.ai', story: 'picture' },
  { at: 'record:before-commit', story: 'picture' },
  { at: 'record:written', story: 'picture' },
  { at: 'record:committed', story: 'picture' },
  { at: 'record:failed', story: 'task fails' },
  { at: 'start:waits-for-top-up', story: 'account is empty', tells: /refuses for lack of credits/ },
  { at: 'account:noted', story: 'account is empty', tells: /kie credits again/ },
  { at: 'alert:sent', story: 'account is empty', tells: /refuses for lack of credits/ },
  { at: 'sweep:claimed', story: 'callback is lost' },
  { at: 'record:committed', story: 'callback is lost' },
  // The result goes out
  { at: 'deliver:leased', story: 'picture' },
  { at: 'GET /result/', by: 'kie.ai', story: 'picture' },
  { at: 'deliver:loaded', story: 'picture' },
  { at: 'deliver:sending', story: 'picture', repeats: true },
  { at: 'sendPhoto', by: 'telegram', story: 'picture', repeats: true },
  { at: 'deliver:answered', story: 'picture', repeats: true, short: true },
  { at: 'deliver:answered', story: 'lyrics', repeats: true },
  { at: 'deliver:sent', story: 'picture' },
  { at: 'deliver:sending', story: 'album', repeats: true },
  { at: 'sendMediaGroup', by: 'telegram', story: 'album', repeats: true },
  { at: 'deliver:answered', story: 'album', repeats: true },
  { at: 'deliver:sent', story: 'songs' },
  { at: 'deliver:loaded', nth: 2, story: 'songs' },
  { at: 'deliver:sending', nth: 2, story: 'songs', repeats: true },
  { at: 'deliver:answered', nth: 2, story: 'songs', repeats: true },
  { at: 'deliver:kept', story: 'person blocks the bot' },
  // The account is settled
  { at: 'settle:before-commit', story: 'picture' },
  { at: 'settle:written', story: 'picture' },
  { at: 'settle:committed', story: 'picture', short: true },
  { at: 'report:shown', story: 'picture' },
  { at: 'deleteMessage', by: 'telegram', story: 'picture' },
];

/** Deaths around a purchase that nobody can confirm, all on the way of one generation; in this order. */
export const uncertainPoints = ['start:submitting', 'sweep:uncertain', 'sweep:released'] as const;

/** Deaths while a result that comes after it was given up is taken as a gift; in this order. */
export const latePoints = ['late:written', 'late:committed'] as const;

/** A place to die while Stars or credits change hands. */
export interface PaymentPoint {
  at: string;
  by?: 'telegram';
  nth?: number;
  scene: 'buy' | 'refund' | 'waiting' | 'promo' | 'subscription' | 'twice';
  short?: true;
}

/** Deaths while somebody pays, is paid back, pays for what waits, redeems a code. */
export const paymentPoints: readonly PaymentPoint[] = [
  { at: 'invoice:committed', scene: 'buy' },
  { at: 'sendInvoice', by: 'telegram', scene: 'buy' },
  { at: 'invoice:sent', scene: 'buy' },
  { at: 'precheckout:checked', scene: 'buy' },
  { at: 'answerPreCheckoutQuery', by: 'telegram', scene: 'buy' },
  { at: 'precheckout:answered', scene: 'buy' },
  { at: 'payment:received', scene: 'buy' },
  { at: 'payment:committed', scene: 'buy', short: true },
  { at: 'payment:told', scene: 'buy' },
  { at: 'refund:begun', scene: 'refund' },
  { at: 'refundStarPayment', by: 'telegram', scene: 'refund' },
  { at: 'refund:answered', scene: 'refund' },
  { at: 'refund:finished', scene: 'refund' },
  { at: 'refund:noticed', scene: 'refund' },
  { at: 'payment:committed', scene: 'waiting' },
  { at: 'waiting:started', scene: 'waiting' },
  { at: 'waiting:gone-on', scene: 'waiting' },
  { at: 'promo:committed', scene: 'promo' },
  { at: 'editUserStarSubscription', by: 'telegram', scene: 'subscription' },
  { at: 'subscription:answered', scene: 'subscription' },
  { at: 'subscription:noticed', scene: 'subscription' },
  { at: 'payment:committed', nth: 2, scene: 'twice' },
  { at: 'refund:subscription-ended', scene: 'twice' },
];

/** A place to die while a broadcast goes out, and how many of its messages may or may not have arrived then. */
export interface BroadcastPoint {
  at: string;
  by?: 'telegram';
  nth?: number;
  unsure: 0 | 1;
}

export const broadcastPoints: readonly BroadcastPoint[] = [
  { at: 'broadcast:listed', unsure: 0 },
  { at: 'broadcast:sending', nth: 2, unsure: 1 },
  { at: 'sendMessage', by: 'telegram', nth: 2, unsure: 1 },
  { at: 'broadcast:answered', nth: 2, unsure: 1 },
  { at: 'broadcast:noted', nth: 2, unsure: 0 },
];

/** Deaths while the product starts; it starts once more and everything is as before. */
export const startPoints = ['reconcile:done'] as const;

/** Named for other processes than the product: nothing follows them there. */
export const elsewhere: readonly string[] = ['uncertain:released', 'uncertain:queued'];

/** How a point is called in the table. */
export function nameOf({ at, by, nth = 1 }: Pick<Point, 'at' | 'by' | 'nth'>): string {
  const name = by === undefined ? at : `${by} ${at.replace(/^(GET|POST) .*\/(?=\w)/, '')}`;
  return nth === 1 ? name : `${name} ×${nth}`;
}
