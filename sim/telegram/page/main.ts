import { Chat } from './chat.ts';
import { choosePerson } from './people.ts';
import { server } from './server.ts';
import { applyStoredTheme } from './theme.ts';
import { speak } from './words.ts';

applyStoredTheme();
speak(navigator.language);
const [bot, person] = await Promise.all([server.bot(), choosePerson()]);
speak(person.language_code);
document.title = `${bot.first_name} · ${person.first_name}`;
new Chat(bot, person).open();
