import { encodeJpeg } from '../../jpeg.ts';
import { rasterize } from '../../raster.ts';
import { type ImageSize, imageSize } from './image-size.ts';

const types = new Map([
  [0x89, 'png'],
  [0xff, 'jpeg'],
  [0x47, 'gif'],
  [0x52, 'webp'],
]);

/** The picture in another size, as a JPEG, as the server makes one for every size that a photo is offered in. */
export async function smallPicture(bytes: Buffer, { width, height }: ImageSize): Promise<Buffer> {
  const type = types.get(bytes[0] ?? 0);
  if (type === undefined || imageSize(bytes) === undefined) return bytes;
  const sides = `width="${width}" height="${height}"`;
  const source = `data:image/${type};base64,${bytes.toString('base64')}`;
  return encodeJpeg(
    await rasterize(
      `<svg xmlns="http://www.w3.org/2000/svg" ${sides}><image ${sides} preserveAspectRatio="none" href="${source}"/></svg>`,
    ),
  );
}
