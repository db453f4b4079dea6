import { useState } from 'preact/hooks';
import { t } from '../../words.ts';
import { nameOf, type Proportions, proportionsOf } from '../shapes.ts';
import type { Form } from '../use-form.ts';

/** What of the form's first picture lies in the chosen shape, where the two differ. */
export function FramePreview({ form, chosen }: { form: Form; chosen: unknown }) {
  const [size, setSize] = useState<(Proportions & { url: string }) | null>(null);
  const frame = proportionsOf(chosen);
  const picture = firstPicture(form);
  if (!frame || !picture) return null;
  const known = size?.url === picture ? size : null;
  const isSame =
    known !== null && Math.abs((known.width / known.height) * (frame.height / frame.width) - 1) < 0.02;
  const inside = known && insideOf(known, frame);
  return (
    <div class="frame-preview" hidden={isSame}>
      <div class="frame-picture">
        <img
          src={picture}
          alt=""
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
            setSize({ width, height, url: picture })
          }
        />
        {inside && <span class="frame" style={{ width: `${inside.width}%`, height: `${inside.height}%` }} />}
      </div>
      {known && <p>{t('web-frame', { picture: nameOf(known), frame: nameOf(frame) })}</p>}
    </div>
  );
}

/** The largest frame within the picture, in percent of it. */
function insideOf(picture: Proportions, frame: Proportions): Proportions {
  const relation = (frame.width / frame.height) * (picture.height / picture.width);
  return relation > 1 ? { width: 100, height: 100 / relation } : { width: 100 * relation, height: 100 };
}

function firstPicture({ view, input, files }: Form): string | undefined {
  const fields = view?.fields.filter(({ file, mask }) => file?.kind === 'image' && !mask) ?? [];
  const refs = fields.flatMap(({ name }) => input[name]).filter((value) => typeof value === 'string');
  return refs.map((ref) => files[ref]?.url).find((url) => url !== undefined);
}
