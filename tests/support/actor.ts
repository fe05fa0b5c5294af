import type { Actor } from '#electron/kernel/handler.ts';

/** The owner, for calls that a test makes past the carriers. */
export const ownerActor: Actor = {
  personId: 1,
  name: '王总',
  roles: ['owner'],
  language: 'zh-CN',
  sessionKey: '',
};
