// kie.ai
export { createKieSim, type KieSim, type KieSimOptions } from './kie/index.ts';

// Telegram
export { createTelegramSim, type Group, type GroupMember, type TelegramSim } from './telegram/index.ts';

// The whole product between the two
export { createWorld, type World, type WorldOptions } from './world.ts';
export { createWorldClock, type WorldClock } from './world-clock.ts';
