import type { FormView } from '../../../src/http/miniapp/contract.ts';
import { balance } from '../server/session.ts';
import { Credits } from '../ui/parts.tsx';
import { t } from '../words.ts';
import { mistakesAt } from './mistakes.ts';
import { Problems } from './problems.tsx';
import type { Form } from './use-form.ts';

interface Props {
  form: Form;
  price: FormView['price'];
  isAsked: boolean;
  refusal: string | null;
}

/** Price, balance and what stands in the way, always in the same place. */
export function Verdict({ form, price, isAsked, refusal }: Props) {
  const available = balance.use()?.available ?? 0;
  const credits = price.kind === 'priced' ? price.credits : null;
  const isFree = price.kind === 'priced' && price.free !== undefined;
  return (
    <footer class="verdict">
      <div aria-live="polite">
        <Problems problems={mistakesAt(form, '', isAsked)} />
        {refusal !== null && <p class="problem">{refusal}</p>}
        {form.trouble !== null && <p class="trouble">{form.trouble}</p>}
      </div>
      <dl class="sum" aria-busy={form.isStale}>
        <div>
          <dt>{t(price.kind === 'priced' && price.atMost ? 'web-sum-at-most' : 'web-sum-price')}</dt>
          <dd>{credits === null ? t(`web-price-${price.kind}`) : <Credits count={credits} />}</dd>
        </div>
        <div>
          <dt>{t('web-sum-balance')}</dt>
          <dd>
            <Credits count={available} />
          </dd>
        </div>
        {credits !== null && credits <= available && !isFree && (
          <div>
            <dt>{t('web-sum-left')}</dt>
            <dd>
              <Credits count={available - credits} />
            </dd>
          </div>
        )}
      </dl>
      {price.kind === 'priced' && price.atMost && <p class="about">{t('web-at-most')}</p>}
    </footer>
  );
}
