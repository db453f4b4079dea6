import { useState } from 'preact/hooks';
import type { GenerationView, NewForm } from '../../../src/http/miniapp/contract.ts';
import { go } from '../router.ts';
import { CallError, call } from '../server/call.ts';
import { layOut } from '../studio/drafts.ts';
import { haptics, saveFile } from '../telegram/actions.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { toast } from '../ui/toast.tsx';
import { plainName, typeIcon } from '../ui/type-icon.ts';
import { t } from '../words.ts';

/** What can be done with a result. */
export function Actions({ generation }: { generation: GenerationView }) {
  const { id, media, form, next, phase } = generation;
  const [isBusy, setBusy] = useState(false);
  const isDelivered = phase === 'delivered';

  async function attempt(deed: () => Promise<void>): Promise<void> {
    setBusy(true);
    try {
      await deed();
    } catch (error) {
      haptics.wrong();
      toast(error instanceof CallError ? error.message : t('web-offline-title'));
    } finally {
      setBusy(false);
    }
  }

  const send = () =>
    attempt(async () => {
      const { sent } = await call<{ sent: boolean }>(`/generations/${id}/send`, { method: 'POST' });
      toast(t(sent ? 'web-sent' : 'web-file-gone'));
    });
  const reuse = (type: string) =>
    attempt(async () => open(await call<NewForm>(`/generations/${id}/reuse`, { body: { index: 0, type } })));

  return (
    <section class="actions" aria-label={t('web-actions')} aria-busy={isBusy}>
      <div class="action-row">
        {form && <Action icon="again" text={t('web-again')} onPress={() => open(form)} />}
        {isDelivered && media.length > 0 && (
          <Action icon="download" text={t('web-download')} onPress={() => saveAll(generation)} />
        )}
        {isDelivered && <Action icon="send" text={t('web-send')} onPress={() => void send()} />}
      </div>
      {isDelivered && next.length > 0 && (
        <>
          <h2 class="section-head">{t('web-go-on')}</h2>
          <ul class="card options">
            {next.map(({ type, name }) => (
              <li key={type}>
                <button type="button" class="option" onClick={() => void reuse(type)}>
                  <Icon name={typeIcon(type)} />
                  <span>{plainName(name)}</span>
                  <Icon name="forward" size={18} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Action({ icon, text, onPress }: { icon: IconName; text: string; onPress(): void }) {
  return (
    <button
      type="button"
      class="action"
      onClick={() => {
        haptics.tap();
        onPress();
      }}
    >
      <Icon name={icon} />
      {text}
    </button>
  );
}

function open(form: NewForm): void {
  layOut(form);
  go('make', form.modelId);
}

function saveAll({ id, media }: GenerationView): void {
  for (const [index, file] of media.entries())
    saveFile(new URL(file.download, location.origin).href, `${id}-${index + 1}`);
}
