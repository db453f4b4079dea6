import { Chat } from './chat.ts';
import { chooseSeat } from './people.ts';
import { applyStoredTheme } from './theme.ts';
import { speak } from './words.ts';

applyStoredTheme();
speak(navigator.language);
const seat = await chooseSeat();
speak(seat.person.language_code);
document.title = `${seat.group?.title ?? seat.bot.first_name} · ${seat.person.first_name}`;
new Chat(seat).open();
