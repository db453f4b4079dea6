import { useEffect, useRef, useState } from 'preact/hooks';
import { Chips } from '../ui/parts.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { t } from '../words.ts';

interface Props {
  url: string;
  /** Shapes such as `16:9`, the likeliest first. */
  ratios: string[];
  onClose(): void;
  onDone(blob: Blob): void;
}

/** Cuts a picture to a shape: the frame is what stays, and the picture is dragged under it. */
export function CropSheet({ url, ratios, onClose, onDone }: Props) {
  const [ratio, setRatio] = useState(ratios[0] ?? '1:1');
  const [zoom, setZoom] = useState(1);
  const [at, setAt] = useState({ x: 0.5, y: 0.5 });
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const picture = useRef<HTMLImageElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [width = 1, height = 1] = ratio.split(':').map(Number);
  useEffect(() => setAt({ x: 0.5, y: 0.5 }), [ratio]);
  const cut = size && cutOf(size, width / height, zoom, at);

  function drag(event: PointerEvent): void {
    if (!cut || !size || !frame.current || event.buttons === 0) return;
    const scale = cut.width / frame.current.clientWidth;
    setAt({
      x: within(at.x - (event.movementX * scale) / Math.max(1, size.width - cut.width)),
      y: within(at.y - (event.movementY * scale) / Math.max(1, size.height - cut.height)),
    });
  }

  function done(): void {
    if (!picture.current || !cut) return;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(cut.width);
    canvas.height = Math.round(cut.height);
    canvas
      .getContext('2d')
      ?.drawImage(picture.current, cut.x, cut.y, cut.width, cut.height, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => blob && onDone(blob), 'image/png');
  }

  return (
    <Sheet title={t('web-crop')} onClose={onClose}>
      <div
        ref={frame}
        class="crop"
        style={{ aspectRatio: `${width} / ${height}`, width: `min(100%, ${(52 * width) / height}vh)` }}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
      >
        <img
          ref={picture}
          src={url}
          alt=""
          draggable={false}
          onLoad={(event) =>
            setSize({ width: event.currentTarget.naturalWidth, height: event.currentTarget.naturalHeight })
          }
          style={
            cut && size
              ? {
                  width: `${(size.width / cut.width) * 100}%`,
                  left: `${(-cut.x / cut.width) * 100}%`,
                  top: `${(-cut.y / cut.height) * 100}%`,
                }
              : {}
          }
        />
      </div>
      <Chips
        label={t('web-shape')}
        options={ratios.map((value) => ({ value, label: value }))}
        value={ratio}
        onChoose={setRatio}
      />
      <label class="zoom">
        {t('web-zoom')}
        <input
          type="range"
          min={1}
          max={4}
          step={0.05}
          value={zoom}
          onInput={(event) => setZoom(Number(event.currentTarget.value))}
        />
      </label>
      <button type="button" class="button" onClick={done}>
        {t('web-use')}
      </button>
    </Sheet>
  );
}

/** The part of the picture that the frame shows, in the picture's own pixels. */
function cutOf(
  size: { width: number; height: number },
  ratio: number,
  zoom: number,
  at: { x: number; y: number },
) {
  const width = Math.min(size.width, size.height * ratio) / zoom;
  const height = width / ratio;
  return { width, height, x: (size.width - width) * at.x, y: (size.height - height) * at.y };
}

function within(value: number): number {
  return Math.min(1, Math.max(0, value));
}
