import { describe, expect, test } from 'vitest';
import { commandsOf } from '../../../main/line/simulated/at-line.ts';

const written = (body: string): string[] =>
  commandsOf(body).map(({ name, use, value }) => `${name} ${use}${value === '' ? '' : ` ${value}`}`);

describe('an AT line is taken apart', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['E0V1', ['E run 0', 'V run 1']],
    ['e0 v1 q0 x4', ['E run 0', 'V run 1', 'Q run 0', 'X run 4']],
    ['&F', ['&F run']],
    ['&F0E1', ['&F run 0', 'E run 1']],
    ['Z', ['Z run']],
    ['S0=0', ['S0 set 0']],
    ['S0?', ['S0 read']],
    ['S40.2=1', ['S40.2 set 1']],
    ['+FCLASS=8;+VCID=1', ['+FCLASS set 8', '+VCID set 1']],
    ['-SCID=1;+VCID=1', ['-SCID set 1', '+VCID set 1']],
    ['+FCLASS=?', ['+FCLASS test']],
    ['+GCI?', ['+GCI read']],
    ['+VTX', ['+VTX run']],
    ['+VSM=128,8000', ['+VSM set 128,8000']],
    ['#CLS=8#CID=1', ['#CLS set 8', '#CID set 1']],
    ['#CC1', ['#CC run 1']],
    ['*ID1', ['*ID run 1']],
    ['%CCID=1', ['%CCID set 1']],
    ['%C0\\N3', ['%C run 0', '\\N run 3']],
    ['!4886=02', ['!4886 set 02']],
    ['DT5551234;H0', ['D run T5551234', 'H run 0']],
    ['E0(', ['E run 0', ' run']],
  ])('AT%s', (body, commands) => expect(written(body)).toEqual(commands));
});
