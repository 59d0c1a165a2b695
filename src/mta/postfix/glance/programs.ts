// Which program of Postfix wrote a line.

import { ANUP, BOUN, CKUP, CLEA, ERRO, LMTP, LOCA, PICK, PIPE, POST, QMGR, RETR, SCREEN, SMTP, TUAL, UNCE, VIRT } from './words';

const LOWER_D: i32 = 100;
const LOWER_L: i32 = 108;
const LOWER_R: i32 = 114;
const LOWER_Y: i32 = 121;

/** Programs, in the order of `PROGRAMS_AT_A_GLANCE`; -1 for all that are not named here. */
export const SMTP_CLIENT: i32 = 0;
export const SERVER: i32 = 1;
export const QUEUE_MANAGER: i32 = 2;
export const CLEANUP: i32 = 3;
export const LMTP_CLIENT: i32 = 4;
const VIRTUAL: i32 = 5;
const PIPE_AGENT: i32 = 6;
const LOCAL: i32 = 7;
export const POSTSCREEN: i32 = 8;
const ERROR: i32 = 9;
const RETRY: i32 = 10;
export const BOUNCE: i32 = 11;
export const PICKUP: i32 = 12;

/** The program that a name begins with, which may go on; -1 for all that are not looked at here. */
export function programAt(name: i32): i32 {
  const word = load<u32>(name);
  if (word === SMTP) return load<u8>(name + 4) === LOWER_D ? SERVER : SMTP_CLIENT;
  if (word === QMGR) return QUEUE_MANAGER;
  if (word === CLEA) return load<u32>(name + 3) === ANUP ? CLEANUP : -1;
  if (word === LMTP) return LMTP_CLIENT;
  if (word === VIRT) return load<u32>(name + 3) === TUAL ? VIRTUAL : -1;
  if (word === PIPE) return PIPE_AGENT;
  if (word === POST) return (load<u64>(name + 4) & 0xffffffffffff) === SCREEN ? POSTSCREEN : -1;
  if (word === ERRO) return load<u8>(name + 4) === LOWER_R ? ERROR : -1;
  if (word === RETR) return load<u8>(name + 4) === LOWER_Y ? RETRY : -1;
  if (word === BOUN) return load<u32>(name + 2) === UNCE ? BOUNCE : -1;
  if (word === PICK) return load<u32>(name + 2) === CKUP ? PICKUP : -1;
  return word === LOCA && load<u8>(name + 4) === LOWER_L ? LOCAL : -1;
}

export function isAgent(program: i32): bool {
  if (program === SMTP_CLIENT) return true;
  return program >= LMTP_CLIENT && program <= RETRY && program !== POSTSCREEN;
}

export function lengthOf(program: i32): i32 {
  if (program === POSTSCREEN) return 10;
  if (program === CLEANUP || program === VIRTUAL) return 7;
  if (program === BOUNCE || program === PICKUP) return 6;
  return program === SERVER || program === LOCAL || program === ERROR || program === RETRY ? 5 : 4;
}
