import { encodeJpeg } from '../../jpeg.ts';
import { rasterize } from '../../raster.ts';
import { encodeMp3, encodeWav } from './audio.ts';
import type { Picture, Recipe } from './recipe.ts';
import { sceneSvg } from './scene.ts';
import { encodeClip } from './video.ts';

/** The bytes of a result. `pictureOf` finds the pictures it was made from. */
export async function draw(
  recipe: Recipe,
  pictureOf: (url: string) => Promise<Picture | undefined>,
): Promise<Buffer> {
  if (recipe.medium === 'audio')
    return recipe.file === 'wav' ? encodeWav(recipe.seed) : encodeMp3(recipe.seed);
  const found = await Promise.all(recipe.sources.slice(0, 3).map(pictureOf));
  const raster = await rasterize(
    sceneSvg(
      recipe,
      found.filter((picture) => picture !== undefined),
    ),
  );
  if (recipe.medium === 'video') return encodeClip(raster);
  return recipe.file === 'jpg' ? encodeJpeg(raster) : raster.png();
}
