import { Icon, type IconName } from '../../ui/icon.tsx';

interface OpenerProps {
  id: string;
  describedBy: string | undefined;
  label: string;
  icon: IconName;
  open(): void;
}

/** A field that is filled in a sheet of its own: looks like an input, opens the sheet. */
export function Opener({ id, describedBy, label, icon, open }: OpenerProps) {
  return (
    <button
      type="button"
      id={id}
      class="input opener"
      aria-haspopup="dialog"
      aria-describedby={describedBy}
      onClick={open}
    >
      <span>{label}</span>
      <Icon name={icon} size={18} />
    </button>
  );
}
