/** What of Opsgenie's own client is used here: it brings no types. Callbacks get either what went wrong (with `httpStatusCode`) or the body. */
declare module 'opsgenie-sdk' {
  type Answered = (error: object | null, body: object | null) => void;
  type Identifier = { identifier: string; identifierType: 'id' | 'alias' | 'tiny' };
  type Act = (identifier: Identifier, fields: object, answered: Answered) => void;
  const opsgenie: {
    configure: (options: { api_key: string; host: string }) => void;
    alertV2: {
      create: (alert: object, answered: Answered) => void;
      get: (identifier: Identifier, answered: Answered) => void;
      getRequestStatus: (requestId: string, answered: Answered) => void;
      acknowledge: Act; close: Act; addNote: Act; delete: (identifier: Identifier, answered: Answered) => void;
    };
  };
  export default opsgenie;
}
