import { useState } from 'preact/hooks';
import type { MaskView } from '../../../../src/http/miniapp/contract.ts';
import { Icon } from '../../ui/icon.tsx';
import { Lazy } from '../../ui/lazy.tsx';
import { toast } from '../../ui/toast.tsx';
import { t } from '../../words.ts';
import type { Form } from '../use-form.ts';

interface Props {
  mask: MaskView;
  form: Form;
  onDone(mask: Blob): void;
}

/** Paints a mask on the picture that the form already has. */
export function MaskButton({ mask, form, onDone }: Props) {
  const [isOpen, setOpen] = useState(false);
  const url = pictureIn(form, mask.of);
  const title = form.view?.fields.find(({ name }) => name === mask.of)?.title ?? '';
  return (
    <>
      <button
        type="button"
        class="way"
        onClick={() =>
          url === undefined ? toast(t('web-mask-needs-picture', { field: title })) : setOpen(true)
        }
      >
        <Icon name="brush" size={18} />
        {t('web-draw-mask')}
      </button>
      {isOpen && url !== undefined && (
        <Lazy
          load={() => import('../mask-sheet.tsx').then((it) => it.MaskSheet)}
          props={{
            url,
            mask,
            onClose: () => setOpen(false),
            onDone: (painted: Blob) => {
              setOpen(false);
              onDone(painted);
            },
          }}
          onFail={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** The first picture of the field that the mask is of. */
function pictureIn({ input, files }: Form, name: string): string | undefined {
  const refs = [input[name]].flat().filter((value) => typeof value === 'string');
  return refs.map((ref) => files[ref]?.url).find((url) => url !== undefined);
}
