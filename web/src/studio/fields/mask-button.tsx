import { useState } from 'preact/hooks';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toast.tsx';
import { t } from '../../words.ts';
import { MaskSheet } from '../mask-sheet.tsx';
import type { Form } from '../use-form.ts';

/** Paints a mask on the picture that the form already has. */
export function MaskButton({ form, onDone }: { form: Form; onDone(mask: Blob): void }) {
  const [isOpen, setOpen] = useState(false);
  const url = pictureOf(form);
  return (
    <>
      <button
        type="button"
        class="way"
        onClick={() => (url === undefined ? toast(t('web-mask-needs-picture')) : setOpen(true))}
      >
        <Icon name="brush" size={18} />
        {t('web-draw-mask')}
      </button>
      {isOpen && url !== undefined && (
        <MaskSheet
          url={url}
          onClose={() => setOpen(false)}
          onDone={(mask) => {
            setOpen(false);
            onDone(mask);
          }}
        />
      )}
    </>
  );
}

/** The first picture of a field that is no mask itself. */
function pictureOf({ view, input, files }: Form): string | undefined {
  const fields = view?.fields.filter(({ role, file }) => file?.kind === 'image' && role !== 'mask') ?? [];
  const refs = fields.flatMap(({ name }) => input[name]).filter((value) => typeof value === 'string');
  return refs.map((ref) => files[ref]?.url).find((url) => url !== undefined);
}
