import { LISTS, type ListName } from '#lib/office/own-data/values.ts';

export const match = (name: string): name is ListName => LISTS.some((one) => one === name);
