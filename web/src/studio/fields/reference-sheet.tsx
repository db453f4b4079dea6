import { useState } from 'preact/hooks';
import type { ReferenceView } from '../../../../src/http/miniapp/contract.ts';
import { isSeen, Still } from '../../results/still.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Waiting } from '../../ui/parts.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { moment, t } from '../../words.ts';

interface Props {
  title: string;
  /** Null while it is on its way. */
  known: readonly ReferenceView[] | null;
  trouble: string | null;
  chosen: readonly string[];
  onPick(id: string, also?: ReferenceView['also']): void;
  onClose(): void;
}

/** The person's own voices, personas, tracks or tasks; below them a place for an id from elsewhere. */
export function ReferenceSheet({ title, known, trouble, chosen, onPick, onClose }: Props) {
  return (
    <Sheet title={title} onClose={onClose}>
      {known === null && <Waiting rows={3} trouble={trouble} />}
      {known?.length === 0 && (
        <Empty icon="clock" title={t('web-no-results')} text={t('web-reference-none')} />
      )}
      {known !== null && known.length > 0 && (
        <ul class="options">
          {known.map((reference) => (
            <Row
              key={`${reference.id} ${reference.file?.url}`}
              reference={reference}
              isChosen={chosen.includes(reference.id)}
              onPick={onPick}
            />
          ))}
        </ul>
      )}
      <OwnId onPick={onPick} />
    </Sheet>
  );
}

interface RowProps {
  reference: ReferenceView;
  isChosen: boolean;
  onPick: Props['onPick'];
}

function Row({ reference: { id, name, model, createdAt, also, file }, isChosen, onPick }: RowProps) {
  return (
    <li>
      <button type="button" class="option" aria-pressed={isChosen} onClick={() => onPick(id, also)}>
        {file && isSeen(file) && (
          <span class="reference-still">
            <Still file={file} />
          </span>
        )}
        <span class="model-words">
          <span class="model-title">{name}</span>
          <span class="model-facts">{[model, moment(createdAt)].join(' · ')}</span>
        </span>
        {isChosen && <Icon name="check" size={20} />}
      </button>
    </li>
  );
}

function OwnId({ onPick }: Pick<Props, 'onPick'>) {
  const [id, setId] = useState('');
  return (
    <form
      class="preset-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (id.trim() !== '') onPick(id.trim());
      }}
    >
      <input
        class="input"
        value={id}
        placeholder={t('web-reference-id')}
        aria-label={t('web-reference-id')}
        onInput={(event) => setId(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={id.trim() === ''}>
        {t('web-use')}
      </button>
    </form>
  );
}
