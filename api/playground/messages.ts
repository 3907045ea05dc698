import en from './messages/en.json';
import zh from './messages/zh-CN.json';
import { session, type Language } from './session';
import { useStore } from './store';

export type Messages = typeof zh;
const MESSAGES: Record<Language, Messages> = { 'zh-CN': zh, en };

export function useMessages(): Messages {
  return MESSAGES[useStore(session).language];
}
