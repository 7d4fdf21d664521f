import { z } from 'zod';

/** The spoken refusals to choose from: built in, Korean or English, or the owner's own. */
export const noticeVoices = ['ko', 'en', 'own'] as const;
export const NoticeVoice = z.enum(noticeVoices);
export type NoticeVoice = z.infer<typeof NoticeVoice>;

/**
 * Can a line play a notice? 'unknown': no modem was seen yet; 'no-voice': its modem has no voice; 'looks-on': it cannot hang up
 * at all; 'no-sound': the recording cannot be read. But for 'ready' the call is dropped without a word.
 */
export const NoticeAbility = z.enum(['ready', 'unknown', 'no-voice', 'looks-on', 'no-sound']);
export type NoticeAbility = z.infer<typeof NoticeAbility>;

export const NoticeState = z.object({
  /** The owner's own recording: how long it is, s, and when it was brought in, epoch ms. null: there is none. */
  own: z.object({ seconds: z.number(), savedAt: z.number() }).nullable(),
  lines: z.array(z.object({ line: z.string(), name: z.string(), ability: NoticeAbility })),
});
export type NoticeState = z.infer<typeof NoticeState>;

/**
 * Why a recording was not taken. `kind`: what the file is ("MP3"), where that is known. The one of before is kept.
 * 'silent': nothing is to be heard; 'too-short': no word can be that short.
 */
export const NoticeRefusal = z.object({
  why: z.enum(['not-wav', 'unknown-format', 'empty', 'too-long', 'too-short', 'silent', 'too-large']),
  kind: z.string().nullable(),
});
export type NoticeRefusal = z.infer<typeof NoticeRefusal>;
