import { useRef, useState } from 'preact/hooks';
import { Sheet } from '../ui/sheet.tsx';
import { t } from '../words.ts';

interface Props {
  /** The picture under the brush. */
  url: string;
  onClose(): void;
  /** Gets the mask in the picture's own size: black where it was painted, white elsewhere. */
  onDone(mask: Blob): void;
}

/** Paints over what shall change. */
export function MaskSheet({ url, onClose, onDone }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<{ x: number; y: number } | null>(null);
  const [brush, setBrush] = useState(6);
  const [isPainted, setPainted] = useState(false);

  function paint(event: PointerEvent): void {
    const paper = canvas.current;
    const pen = paper?.getContext('2d');
    if (!paper || !pen || event.buttons === 0) return;
    const scale = paper.width / paper.clientWidth;
    const to = { x: event.offsetX * scale, y: event.offsetY * scale };
    const from = last.current ?? to;
    pen.strokeStyle = '#f33';
    pen.lineCap = 'round';
    pen.lineWidth = (Math.max(paper.width, paper.height) * brush) / 100;
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.lineTo(to.x + 0.01, to.y);
    pen.stroke();
    last.current = to;
    setPainted(true);
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
      <label class="zoom">
        {t('web-mask-brush')}
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
          onClick={() => canvas.current && finish(canvas.current, onDone)}
        >
          {t('web-use')}
        </button>
      </div>
    </Sheet>
  );
}

/** Every touched dot becomes fully black: a mask has no half tones. */
function finish(painted: HTMLCanvasElement, onDone: (mask: Blob) => void): void {
  const { width, height } = painted;
  const pixels = painted.getContext('2d')?.getImageData(0, 0, width, height);
  if (!pixels) return;
  for (let at = 0; at < pixels.data.length; at += 4) {
    const tone = (pixels.data[at + 3] ?? 0) > 64 ? 0 : 255;
    pixels.data.set([tone, tone, tone, 255], at);
  }
  const mask = document.createElement('canvas');
  Object.assign(mask, { width, height });
  mask.getContext('2d')?.putImageData(pixels, 0, 0);
  mask.toBlob((blob) => blob && onDone(blob), 'image/png');
}
