import { prisma } from '../storage/db.js';

/** The seller took the authorization back: the labels of the shop go. */
export async function onDeauthorized(shopId: string): Promise<void> {
  await prisma.label.deleteMany({ where: { shopId } });
}
