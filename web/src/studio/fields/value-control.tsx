import type { Shape } from '../../../../src/http/miniapp/contract.ts';
import type { Form } from '../use-form.ts';
import { ChoiceControl } from './choice-control.tsx';
import { FilesControl } from './files-control.tsx';
import { ListControl } from './list-control.tsx';
import { NumberControl } from './number-control.tsx';
import { ObjectControl } from './object-control.tsx';
import { ReferenceControl } from './reference-control.tsx';
import { TextControl } from './text-control.tsx';

export interface ControlProps {
  id: string;
  label: string;
  describedBy: string | undefined;
  shape: Shape;
  value: unknown;
  /** What holds while nothing is given. */
  fallback?: unknown;
  form: Form;
  path: string;
  isAsked: boolean;
  isPrompt?: boolean;
  onChange(value: unknown): void;
}

/** The control that fits a value: the same for a field and for what lies in lists and objects. */
export function ValueControl(props: ControlProps) {
  const { shape, value, fallback, onChange } = props;
  switch (shape.control) {
    case 'switch':
      return <Switch {...props} isOn={(value ?? fallback) === true} />;
    case 'choice':
      return <ChoiceControl {...props} />;
    case 'number':
      return <NumberControl {...props} />;
    case 'list':
      return <ListControl {...props} />;
    case 'object':
      return <ObjectControl {...props} />;
    case 'file':
    case 'files':
      return <FilesControl {...props} onChange={onChange} />;
    case 'reference':
      return <ReferenceControl {...props} />;
    default:
      return <TextControl {...props} />;
  }
}

function Switch({ id, describedBy, isOn, onChange }: ControlProps & { isOn: boolean }) {
  return (
    <input
      id={id}
      class="switch"
      type="checkbox"
      role="switch"
      aria-describedby={describedBy}
      checked={isOn}
      aria-checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
