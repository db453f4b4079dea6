export interface LaunchesTable {
  hash: string;
  key_hash: string;
  person_id: number;
  opened_at: Date;
}

declare global {
  interface Tables {
    launches: LaunchesTable;
  }
}
