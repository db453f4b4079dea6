import { useRef, useState } from 'preact/hooks';
import type { MaskView } from '../../../src/http/miniapp/contract.ts';
import { Chips } from '../ui/parts.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { t } from '../words.ts';

interface Props {
  /** The picture under the brush. */
  url: string;
  mask: MaskView;
  onClose(): void;
  /** Gets the mask in the picture's own size: one colour where it was painted, the other elsewhere. */
  onDone(mask: Blob): void;
}

/** Paints over what shall change. */
export function MaskSheet({ url, mask, onClose, onDone }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<{ x: number; y: number } | null>(null);
  const [brush, setBrush] = useState(6);
  const [isRubber, setRubber] = useState(false);
  const [colour, setColour] = useState(mask.painted);
  const [isPainted, setPainted] = useState(false);

  function paint(event: PointerEvent): void {
    const paper = canvas.current;
    const pen = paper?.getContext('2d');
    if (!paper || !pen || event.buttons === 0) return;
    const scale = paper.width / paper.clientWidth;
    const to = { x: event.offsetX * scale, y: event.offsetY * scale };
    const from = last.current ?? to;
    pen.globalCompositeOperation = isRubber ? 'destination-out' : 'source-over';
    pen.strokeStyle = '#f33';
    pen.lineCap = 'round';
    pen.lineWidth = (Math.max(paper.width, paper.height) * brush) / 100;
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.lineTo(to.x + 0.01, to.y);
    pen.stroke();
    last.current = to;
    if (!isRubber) setPainted(true);
  }

  function clear(): void {
    const paper = canvas.current;
    paper?.getContext('2d')?.clearRect(0, 0, paper.width, paper.height);
    setPainted(false);
  }

  return (
    <Sheet title={t('web-draw-mask')} onClose={onClose}>
      <p class="sheet-text">{t('web-mask-how')}</p>
      <div class="mask">
        <img
          src={url}
          alt=""
          draggable={false}
          onLoad={(event) => {
            const { naturalWidth, naturalHeight } = event.currentTarget;
            if (canvas.current) Object.assign(canvas.current, { width: naturalWidth, height: naturalHeight });
          }}
        />
        <canvas
          ref={canvas}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            last.current = null;
            paint(event);
          }}
          onPointerMove={paint}
        />
      </div>
      <Chips
        label={t('web-mask-tool')}
        options={[
          { value: 'brush', label: t('web-mask-brush') },
          { value: 'rubber', label: t('web-mask-rubber') },
        ]}
        value={isRubber ? 'rubber' : 'brush'}
        onChoose={(tool) => setRubber(tool === 'rubber')}
      />
      {mask.isUnsure && (
        <div class="unsure">
          <p class="sheet-text">{t('web-mask-unsure')}</p>
          <Chips
            label={t('web-mask-colour')}
            options={[
              { value: 'black', label: t('web-mask-black') },
              { value: 'white', label: t('web-mask-white') },
            ]}
            value={colour}
            onChoose={(next) => setColour(next === 'white' ? 'white' : 'black')}
          />
        </div>
      )}
      <label class="zoom">
        {t('web-mask-size')}
        <input
          type="range"
          min={1}
          max={20}
          value={brush}
          onInput={(event) => setBrush(Number(event.currentTarget.value))}
        />
      </label>
      <div class="sheet-buttons">
        <button type="button" class="button plain" onClick={clear}>
          {t('web-mask-clear')}
        </button>
        <button
          type="button"
          class="button"
          disabled={!isPainted}
          onClick={() => canvas.current && finish(canvas.current, colour, onDone)}
        >
          {t('web-use')}
        </button>
      </div>
    </Sheet>
  );
}

/** Every touched dot gets the full colour: a mask has no half tones. */
function finish(painted: HTMLCanvasElement, colour: MaskView['painted'], onDone: (mask: Blob) => void): void {
  const { width, height } = painted;
  const pixels = painted.getContext('2d')?.getImageData(0, 0, width, height);
  if (!pixels) return;
  for (let at = 0; at < pixels.data.length; at += 4) {
    const isPainted = (pixels.data[at + 3] ?? 0) > 64;
    const tone = isPainted === (colour === 'white') ? 255 : 0;
    pixels.data.set([tone, tone, tone, 255], at);
  }
  const mask = document.createElement('canvas');
  Object.assign(mask, { width, height });
  mask.getContext('2d')?.putImageData(pixels, 0, 0);
  mask.toBlob((blob) => blob && onDone(blob), 'image/png');
}
