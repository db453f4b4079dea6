/** What a page remembers: for the life of its tab, or on this device. Both may be forbidden inside of a frame, or full. */
const places = { tab: () => sessionStorage, device: () => localStorage };
type Place = keyof typeof places;

export function kept(place: Place, name: string): string | null {
  try {
    return places[place]().getItem(name);
  } catch {
    return null;
  }
}

export function keep(place: Place, name: string, value: string): void {
  try {
    places[place]().setItem(name, value);
  } catch {
    // The page works without, as long as it lives.
  }
}

export function forget(place: Place, name: string): void {
  try {
    places[place]().removeItem(name);
  } catch {
    // As above.
  }
}
