import express from 'express';
import { onDeauthorized } from './webhooks/deauthorize.js';

const app = express();

app.post('/webhook', async (req, res) => {
  if (req.body.type === 6) await onDeauthorized(req.body.shop_id);
  res.sendStatus(200);
});
