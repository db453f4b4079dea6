import { useState } from 'preact/hooks';
import type { GenerationView, NewForm, Share } from '../../../src/http/miniapp/contract.ts';
import { back, go } from '../router.ts';
import { CallError, call } from '../server/call.ts';
import { freshLink } from '../server/links.ts';
import { layOut } from '../studio/drafts.ts';
import { haptics, saveFile, shareMessage } from '../telegram/actions.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Chips } from '../ui/parts.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { toast } from '../ui/toast.tsx';
import { plainName, typeIcon } from '../ui/type-icon.ts';
import { t } from '../words.ts';
import { dropFromPages } from './pages.ts';

/** What can be done with a result; of several files with the one that is chosen. */
export function Actions({ generation }: { generation: GenerationView }) {
  const { id, media, form, next, phase } = generation;
  const [isBusy, setBusy] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [index, setIndex] = useState(0);
  const isDelivered = phase === 'delivered';

  async function attempt(deed: () => Promise<void>): Promise<void> {
    if (isBusy) return;
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

  const send = async () => {
    const { sent } = await call<{ sent: boolean }>(`/generations/${id}/send`, { method: 'POST' });
    toast(t(sent ? 'web-sent' : 'web-file-gone'));
  };
  const share = async () => shareMessage(await call<Share>(`/generations/${id}/share`, { body: { index } }));
  const reuse = async (type: string) =>
    open(await call<NewForm>(`/generations/${id}/reuse`, { body: { index, type } }));
  const hide = async () => {
    await call(`/generations/${id}/hide`, { method: 'POST' });
    dropFromPages(id);
    back();
  };

  return (
    <section class="actions" aria-label={t('web-actions')} aria-busy={isBusy}>
      {isDelivered && media.length > 1 && (
        <Chips
          label={t('web-which-file')}
          options={media.map((_, at) => ({ value: String(at), label: String(at + 1) }))}
          value={String(index)}
          onChoose={(at) => setIndex(Number(at))}
        />
      )}
      <div class="action-row">
        {form && <Action icon="again" text={t('web-again')} onPress={() => open(form)} />}
        {isDelivered && media.length > 0 && (
          <>
            <Action
              icon="download"
              text={t('web-download')}
              onPress={() => attempt(() => saveAll(generation))}
            />
            <Action icon="share" text={t('web-share')} onPress={() => attempt(share)} />
          </>
        )}
        {isDelivered && <Action icon="send" text={t('web-send')} onPress={() => attempt(send)} />}
        <Action icon="trash" text={t('web-hide')} onPress={() => setLeaving(true)} />
      </div>
      {isDelivered && next.length > 0 && (
        <>
          <h2 class="section-head">{t('web-go-on')}</h2>
          <ul class="card options">
            {next.map(({ type, name }) => (
              <li key={type}>
                <button type="button" class="option" onClick={() => void attempt(() => reuse(type))}>
                  <Icon name={typeIcon(type)} />
                  <span>{plainName(name)}</span>
                  <Icon name="forward" size={18} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {isLeaving && (
        <Sheet title={t('web-hide-title')} onClose={() => setLeaving(false)}>
          <p class="sheet-text">{t('web-hide-text')}</p>
          <button type="button" class="button danger" onClick={() => void attempt(hide)}>
            {t('web-hide')}
          </button>
        </Sheet>
      )}
    </section>
  );
}

function Action({ icon, text, onPress }: { icon: IconName; text: string; onPress(): unknown }) {
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

async function saveAll({ id, media }: GenerationView): Promise<void> {
  for (const [index, file] of media.entries()) {
    const link = await freshLink(file.url);
    if (link !== null) saveFile(new URL(`${link}?save`, location.origin).href, `${id}-${index + 1}`);
  }
}
