// What the app uses of its packages, so that it compiles without them.
declare module 'axios' {
  const axios: { post(url: string, body: unknown): Promise<{ data: unknown }> };
  export default axios;
}
declare module '@prisma/client' {
  interface Table {
    create(args: { data: Record<string, unknown> }): Promise<unknown>;
    deleteMany(args: { where: Record<string, unknown> }): Promise<unknown>;
  }
  export class PrismaClient {
    readonly label: Table;
  }
}
declare module 'express' {
  interface Request {
    readonly body: { readonly type: number; readonly shop_id: string };
  }
  interface Response {
    sendStatus(status: number): void;
  }
  const express: () => {
    post(path: string, handler: (req: Request, res: Response) => Promise<void>): void;
  };
  export default express;
}
