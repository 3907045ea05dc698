/** Where the verification gateway calls the API back. */
export const VERIFICATION_CALLBACK = '/callbacks/verification';
