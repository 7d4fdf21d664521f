/**
 * The part of one of Electron's own types that the stand-in has: the names must exist there and take the arguments
 * that Electron gives or takes. A new Electron that changes one of them no longer compiles here.
 */
export type Shape<T, K extends keyof T> = {
  [P in K]: T[P] extends (...given: infer A) => unknown ? (...given: A) => unknown : T[P];
};

/** An event that a listener may stop. */
export class StoppableEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
