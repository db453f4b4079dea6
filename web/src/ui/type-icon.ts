import type { IconName } from './icon.tsx';

const icons: Record<string, IconName> = {
  text_to_image: 'image',
  image_to_image: 'brush',
  image_edit: 'edit',
  image_to_image_enhanced: 'spark',
  text_to_video: 'video',
  image_to_video: 'film',
  video_to_video: 'swap',
  text_to_audio: 'audio',
  audio_to_text: 'text',
  speech_to_text: 'text',
  upscale: 'enlarge',
  inpaint: 'brush',
  outpaint: 'frame',
  lip_sync: 'face',
  audio_to_audio: 'audio',
  text_to_text: 'text',
  utility: 'tools',
};

export function typeIcon(type: string): IconName {
  return icons[type] ?? 'spark';
}

/** The hue behind the icon; kinds of work stay together in colour. */
export function typeHue(type: string): number {
  if (/video|film/.test(type)) return 268;
  if (/audio|speech/.test(type)) return 28;
  if (/lip/.test(type)) return 340;
  if (/upscale|outpaint/.test(type)) return 165;
  if (/text_to_text|utility/.test(type)) return 205;
  return 212 - (type.length % 4) * 14;
}

/** The name without the little picture that the chat puts before it. */
export function plainName(name: string): string {
  return name.replace(/^[^\p{L}\p{N}]+/u, '');
}
