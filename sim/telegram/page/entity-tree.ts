import type { MessageEntity } from 'grammy/types';

/** Text, or an entity around more of the same. */
export type EntityNode = string | { entity: MessageEntity; text: string; children: EntityNode[] };

/**
 * Turns a text and its entities into a tree. Offsets and lengths are UTF-16 units, as in JavaScript strings.
 * An entity that sticks out of the one around it is cut there.
 */
export function entityTree(text: string, entities: MessageEntity[] = []): EntityNode[] {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodesBetween(text, 0, text.length, ordered);
}

function nodesBetween(text: string, from: number, to: number, entities: MessageEntity[]): EntityNode[] {
  const nodes: EntityNode[] = [];
  let position = from;
  for (let index = 0; index < entities.length; index++) {
    const entity = entities[index];
    if (!entity || entity.offset < position || entity.offset >= to) continue;
    const end = Math.min(entity.offset + entity.length, to);
    if (end <= entity.offset) continue;
    if (entity.offset > position) nodes.push(text.slice(position, entity.offset));
    const inside = entities.slice(index + 1).filter((other) => other.offset < end);
    nodes.push({
      entity,
      text: text.slice(entity.offset, end),
      children: nodesBetween(text, entity.offset, end, inside),
    });
    position = end;
  }
  if (position < to) nodes.push(text.slice(position, to));
  return nodes;
}
