/** How much of what is read is kept at the moment, in characters, and how much it was at most. Tests assert on it. */
export class Held {
  private now = 0;
  private peak = 0;

  add(characters: number): void {
    this.now += characters;
    if (this.now > this.peak) this.peak = this.now;
  }

  release(characters: number): void {
    this.now -= characters;
  }

  get most(): number {
    return this.peak;
  }
}
