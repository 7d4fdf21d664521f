import type { NumberClass } from '../../shared/number.ts';

/** Numbers are compared within the last six digits; what stands before must be equal. */
const TAIL = 6;
const BLOCK = 100;
/** Newest members kept per block of a hundred numbers: bounds the work of one look-up. */
const MEMBERS = 48;

interface Numbered {
  digits: string;
  class: NumberClass;
}

/** Finds callers by nearness of their numbers, as the numbers of one campaign are near to each other. */
export class Neighbours<Member extends Numbered> {
  readonly #blocks = new Map<string, { member: Member; tail: number }[]>();

  add(member: Member): void {
    const { head, tail } = split(member);
    const key = `${head}:${Math.floor(tail / BLOCK)}`;
    const members = this.#blocks.get(key);
    if (!members) this.#blocks.set(key, [{ member, tail }]);
    else {
      members.push({ member, tail });
      if (members.length > MEMBERS) members.shift();
    }
  }

  remove(member: Member): void {
    const { head, tail } = split(member);
    const key = `${head}:${Math.floor(tail / BLOCK)}`;
    const left = this.#blocks.get(key)?.filter(other => other.member !== member) ?? [];
    if (left.length > 0) this.#blocks.set(key, left);
    else this.#blocks.delete(key);
  }

  /** Tells of every other known number within `reach`, with its distance. */
  near(number: Numbered, reach: number, tell: (member: Member, distance: number) => void): void {
    const { head, tail } = split(number);
    const from = Math.floor(Math.max(0, tail - reach) / BLOCK);
    const to = Math.floor((tail + reach) / BLOCK);
    for (let block = from; block <= to; block++)
      for (const other of this.#blocks.get(`${head}:${block}`) ?? []) {
        const distance = Math.abs(other.tail - tail);
        if (distance > 0 && distance <= reach) tell(other.member, distance);
      }
  }
}

function split({ digits, class: numberClass }: Numbered): { head: string; tail: number } {
  const cut = Math.max(0, digits.length - TAIL);
  return {
    head: `${numberClass}:${digits.length}:${digits.slice(0, cut)}`,
    tail: Number(digits.slice(cut)) || 0,
  };
}
