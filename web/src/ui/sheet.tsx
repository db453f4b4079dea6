import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useBackButton } from '../telegram/buttons.ts';
import { t } from '../words.ts';
import { Icon } from './icon.tsx';

/** A panel over the page: at the bottom of a phone, in the middle of a desk. Escape, Back and a tap beside it close it. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose(): void;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  useBackButton(onClose);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tap beside the sheet is an extra; Escape and the button do the same
    <dialog
      ref={dialog}
      class="sheet"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class="sheet-body">
        <header class="sheet-head">
          <h2>{title}</h2>
          <button type="button" class="round" aria-label={t('web-close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
