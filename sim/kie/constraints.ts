import type { Scalar } from './models.ts';

/**
 * What the documentation says about fields together, as data (facts: kie-models, `constraints`).
 * Sentences that only say "is ignored" are not refusals and are not here; lengths of the media
 * behind URLs are not checked either.
 */
export interface Constraint {
  /** The constraint counts only when all of this holds. `is` looks at values with defaults, `given` at sent ones. */
  readonly when?: {
    readonly is?: Readonly<Record<string, readonly Scalar[]>>;
    readonly given?: Readonly<Record<string, readonly Scalar[]>>;
    readonly filled?: readonly string[];
    readonly empty?: readonly string[];
  };
  readonly require?: readonly string[];
  /** Fields that the page calls required and that may be left out here. */
  readonly waive?: readonly string[];
  readonly requireAny?: readonly string[];
  readonly exactlyOne?: readonly string[];
  readonly forbid?: readonly string[];
  /** At most one of these groups may hold anything. */
  readonly oneGroup?: readonly (readonly string[])[];
  /** Values (with defaults) that are refused. */
  readonly deny?: Readonly<Record<string, readonly Scalar[]>>;
  readonly max?: Readonly<Record<string, number>>;
  readonly maxItems?: Readonly<Record<string, number>>;
  readonly exactItems?: Readonly<Record<string, number>>;
  /** All items of these fields together. */
  readonly totalItems?: {
    readonly fields: readonly string[];
    readonly max: number;
    readonly weight?: Readonly<Record<string, number>>;
  };
  readonly maxText?: Readonly<Record<string, number>>;
  /** `span[1] - span[0]` must lie within. */
  readonly span?: { readonly fields: readonly [string, string]; readonly min: number; readonly max?: number };
  /** Accepted at creation, the task fails later. */
  readonly lazy?: boolean;
  /** Replaces the usual 500 sentence. */
  readonly says?: { readonly code: number; readonly msg: string };
}

const GPT_2_5: readonly Constraint[] = [
  { when: { is: { aspect_ratio: ['27:16', '16:27', '9:8', '8:9'] } }, deny: { resolution: ['2K', '4K'] } },
  { when: { is: { aspect_ratio: ['auto'] } }, deny: { resolution: ['2K', '4K'] }, lazy: true },
];

const GPT_2: readonly Constraint[] = [
  { when: { is: { resolution: ['4K'] } }, deny: { aspect_ratio: ['1:1', '3:1', '1:3', '9:21'] } },
  { when: { is: { resolution: ['2K'] } }, deny: { aspect_ratio: ['5:4', '4:5', '3:1', '1:3', '9:21'] } },
  { when: { given: { resolution: ['2K', '4K'] } }, forbid: ['background'] },
  { when: { is: { aspect_ratio: ['auto'] } }, deny: { resolution: ['2K', '4K'] }, lazy: true },
];

const QWEN_2_1: readonly Constraint[] = [
  { when: { given: { background: ['transparent'] } }, deny: { output_format: ['jpeg'] } },
  { when: { filled: ['mask_url'] }, exactItems: { image_urls: 1 }, deny: { background: ['transparent'] } },
];

const WAN_IMAGE: readonly Constraint[] = [
  { when: { is: { enable_sequential: [false] } }, max: { n: 4 } },
  { when: { is: { enable_sequential: [true] } }, forbid: ['color_palette'], deny: { thinking_mode: [true] } },
  { when: { filled: ['input_urls'] }, forbid: ['aspect_ratio'], deny: { thinking_mode: [true] } },
];

const WAN_IMAGE_4K: readonly Constraint[] = [
  { when: { is: { enable_sequential: [true] } }, deny: { resolution: ['4K'] } },
  { when: { filled: ['input_urls'] }, deny: { resolution: ['4K'] } },
];

const FRAMES_OR_REFERENCES: readonly Constraint[] = [
  {
    oneGroup: [
      ['first_frame_url', 'last_frame_url'],
      ['reference_image_urls', 'reference_video_urls', 'reference_audio_urls'],
    ],
  },
  { when: { filled: ['last_frame_url'] }, require: ['first_frame_url'] },
];

const PROMPT_OR_MEDIA: readonly Constraint[] = [
  {
    requireAny: [
      'prompt',
      'first_frame_url',
      'reference_image_urls',
      'reference_video_urls',
      'reference_audio_urls',
    ],
  },
];

const OMNI_SHOTS: readonly Constraint[] = [
  {
    when: { given: { customize_multi_shots: [true] } },
    require: ['multi_prompt'],
    deny: { prefer_multi_shots: [true] },
  },
  { when: { given: { customize_multi_shots: [false] } }, forbid: ['multi_prompt'] },
];
const SEVEN_SUBJECTS: readonly Constraint[] = [{ maxItems: { elements: 7 } }];

const WAN_3: readonly Constraint[] = [
  {
    oneGroup: [
      ['first_frame_url', 'last_frame_url'],
      ['reference_image_urls', 'reference_video_urls', 'reference_audio_urls'],
      ['reference_file_urls'],
      ['reference_link_urls'],
    ],
  },
  {
    requireAny: [
      'prompt',
      'first_frame_url',
      'last_frame_url',
      'reference_image_urls',
      'reference_video_urls',
      'reference_audio_urls',
      'reference_file_urls',
      'reference_link_urls',
    ],
  },
];

const HAILUO: readonly Constraint[] = [
  { when: { is: { duration: ['10'] } }, deny: { resolution: ['1080P'] } },
];
const TWO_SPEAKERS: readonly Constraint[] = [
  { when: { given: { filler_words: [true] } }, exactItems: { speakers: 2 } },
];

const CONSTRAINTS: Readonly<Record<string, readonly Constraint[]>> = {
  '4o-image-api': [{ requireAny: ['prompt', 'files_url'] }],
  'flux1-kontext': [{ when: { filled: ['input_image'] }, max: { safety_tolerance: 2 } }],
  'gpt-image-2-5-flare-image-to-image': GPT_2_5,
  'gpt-image-2-5-flare-text-to-image': GPT_2_5,
  'gpt-image-2-5-sunburst-image-to-image': GPT_2_5,
  'gpt-image-2-5-sunburst-text-to-image': GPT_2_5,
  'gpt-image-2-image-to-image': GPT_2,
  'gpt-image-2-text-to-image': GPT_2,
  'qwen2-1/image-to-image': QWEN_2_1,
  'qwen2-1/text-to-image': QWEN_2_1,
  'wan/2-7-image': [...WAN_IMAGE, { deny: { resolution: ['4K'] } }],
  'wan/2-7-image-pro': [...WAN_IMAGE, ...WAN_IMAGE_4K],
  'bytedance/seedance-2': FRAMES_OR_REFERENCES,
  'bytedance/seedance-2-5': [...FRAMES_OR_REFERENCES, ...PROMPT_OR_MEDIA],
  'bytedance/seedance-2-fast': FRAMES_OR_REFERENCES,
  'bytedance/seedance-2-mini': FRAMES_OR_REFERENCES,
  'gemini-omni-video': [
    {
      totalItems: {
        fields: ['image_urls', 'character_ids', 'video_list'],
        max: 7,
        weight: { video_list: 2 },
      },
    },
    { when: { filled: ['video_list'] }, maxItems: { character_ids: 3 } },
  ],
  'google/gemini-omni-flash-1-1': [
    {
      when: { filled: ['first_frame_url'] },
      forbid: ['image_urls', 'audio_ids', 'video_list', 'character_ids'],
    },
    { when: { filled: ['last_frame_url'] }, require: ['first_frame_url'] },
    { when: { filled: ['video_list'] }, maxItems: { character_ids: 3 } },
  ],
  'grok-imagine-video-1-5-preview': [
    { require: ['image_urls'], says: { code: 500, msg: 'This field is required' } },
    { when: { is: { resolution: ['1080p'] } }, maxItems: { image_urls: 1 } },
  ],
  'grok-imagine/image-to-video': [
    { exactlyOne: ['image_urls', 'task_id'] },
    { when: { is: { mode: ['spicy'] } }, require: ['task_id'] },
  ],
  'hailuo/2-3-image-to-video-pro': HAILUO,
  'hailuo/2-3-image-to-video-standard': HAILUO,
  'kling-3.0-omni/image-to-video': OMNI_SHOTS,
  'kling-3.0-omni/reference-to-video': [...OMNI_SHOTS, ...SEVEN_SUBJECTS],
  'kling-3.0-omni/text-to-video': [...OMNI_SHOTS, ...SEVEN_SUBJECTS],
  'kling-3.0-omni/transformation': SEVEN_SUBJECTS,
  'kling-3.0/video': [
    { when: { filled: ['image_urls'] }, waive: ['aspect_ratio'] },
    {
      when: { is: { multi_shots: [true] } },
      require: ['multi_prompt'],
      maxItems: { image_urls: 1 },
      says: { code: 500, msg: 'multi_shots cannot be empty' },
    },
  ],
  'minimax-h3/image-to-video': [{ requireAny: ['first_frame_url', 'last_frame_url'] }],
  'minimax-h3/reference-to-video': [{ requireAny: ['reference_image_urls', 'reference_video_urls'] }],
  'pixverse-v6/image-to-video': [
    { when: { filled: ['template_id'] }, waive: ['duration'], forbid: ['duration'] },
  ],
  runway: [
    { when: { is: { duration: [10, '10'] } }, deny: { quality: ['1080p'] } },
    {
      when: { empty: ['image_url'] },
      require: ['aspect_ratio'],
      says: { code: 422, msg: 'aspect_ratio is required for text-to-video' },
    },
  ],
  'veo-3-1': [
    {
      when: { given: { generation_type: ['REFERENCE_2_VIDEO'] } },
      require: ['image_urls'],
      deny: { duration: [4, 6] },
    },
    {
      when: { given: { generation_type: ['FIRST_AND_LAST_FRAMES_2_VIDEO'] } },
      require: ['image_urls'],
      maxItems: { image_urls: 2 },
    },
  ],
  'volcengine/video-to-video-lip-sync': [
    { when: { is: { mode: ['lite'] } }, deny: { open_scenedet: [true] } },
    { when: { is: { mode: ['basic'] } }, deny: { align_audio_reverse: [true] } },
  ],
  'wan/2-7-r2v': [
    { requireAny: ['reference_image', 'reference_video'] },
    { totalItems: { fields: ['reference_image', 'reference_video'], max: 5 } },
  ],
  'wan/2-7-videoedit': [{ deny: { duration: [1] } }],
  'wan/3-0-video': WAN_3,
  'wan/3-0-video-prime': WAN_3,
  'elevenlabs/text-to-dialogue-v3': [{ maxText: { dialogue: 5000 } }],
  'google/gemini-3-8-flash-lite-tts': TWO_SPEAKERS,
  'google/gemini-3-8-flash-tts': TWO_SPEAKERS,
  'ai-music-api/generate': [
    {
      when: { given: { custom_mode: [false] } },
      require: ['prompt'],
      maxText: { prompt: 3000 },
      forbid: ['style', 'title', 'negative_tags', 'lyrics', 'duration'],
    },
    { when: { given: { custom_mode: [true] } }, require: ['style', 'title'], forbid: ['audio_urls'] },
    { when: { given: { custom_mode: [true], instrumental: [false] } }, requireAny: ['prompt', 'lyrics'] },
    { when: { given: { model: ['V4', 'V4_5', 'V4_5PLUS', 'V4_5ALL', 'V5', 'V5_5'] } }, forbid: ['duration'] },
  ],
  'ai-music-api/generate-persona': [{ span: { fields: ['vocal_start', 'vocal_end'], min: 10, max: 30 } }],
  'ai-music-api/replace-section': [{ span: { fields: ['infill_start_s', 'infill_end_s'], min: 10 } }],
};

/** The cross-field constraints of a model; none is an empty list. */
export function constraintsOf(modelId: string): readonly Constraint[] {
  return CONSTRAINTS[modelId] ?? [];
}
