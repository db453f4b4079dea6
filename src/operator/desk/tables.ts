export interface DeskLinksTable {
  hash: string;
  person_id: number;
  ends_at: Date;
}

export interface DeskSessionsTable {
  hash: string;
  person_id: number;
  ends_at: Date;
}

declare global {
  interface Tables {
    desk_links: DeskLinksTable;
    desk_sessions: DeskSessionsTable;
  }
}
