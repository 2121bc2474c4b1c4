/** What we keep of a shop. The database behind it is not part of the example. */
export interface Store {
  deleteSession(shopId: string): Promise<void>;
  deleteLabels(shopId: string): Promise<void>;
}
